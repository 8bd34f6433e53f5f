import "server-only";
import type { Command } from "./command";

export const dataCommands: Command[] = [];

import { accessibility } from "./en/accessibility";
import { passwords } from "./en/passwords";
import { session } from "./en/session";
import { shell } from "./en/shell";
import type { PublicWords } from "./public-it";

export const publicEn: PublicWords = { accessibility, passwords, session, shell };

import { join } from "node:path";
import { projectRoot } from "./project.mjs";

/** Arguments for Node that run the product's command line, TypeScript and all. @param {string[]} words */
export function commandArguments(words) {
  return ["--conditions=react-server", "--import", "tsx", join(projectRoot, "server", "cli", "main.ts"), ...words];
}

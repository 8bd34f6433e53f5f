import { readdirSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../scripts/project.mjs";

/** The pages of the product, from its folders: `(product)` is no part of an address. */
export function routes(folder = join(projectRoot, "app"), path = ""): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return routes(join(folder, entry.name), entry.name.startsWith("(") ? path : `${path}/${entry.name}`);
    return entry.name === "page.tsx" ? [path === "" ? "/" : path] : [];
  });
}

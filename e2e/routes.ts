import { readdirSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../scripts/project.mjs";

/** For those who build; the product does not have it unless POSTOLETTO_DESIGN says so. */
export const DESIGN = "/design";

/** The pages of the product, from its folders: `(product)` is no part of an address. */
export function routes(): string[] {
  return pagesIn().filter((path) => path !== DESIGN);
}

function pagesIn(folder = join(projectRoot, "app"), path = ""): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return pagesIn(join(folder, entry.name), entry.name.startsWith("(") ? path : `${path}/${entry.name}`);
    return entry.name === "page.tsx" ? [path === "" ? "/" : path] : [];
  });
}

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { projectRoot } from "@/scripts/project.mjs";

const components = join(projectRoot, "components");

/** Made of parts and shown with the pages, but looked at like them. */
const ALSO = ["BedChips", "BedTonightChip", "ConfirmedBadge", "StatusBadge"];

/** What draws something: named with a capital, and no type and no context. */
type Part = { name: string; draws: string[]; path: string };

function partsOf(path: string): Part[] {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  return source.statements.flatMap((statement) => {
    const isExported = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    const names = ts.isFunctionDeclaration(statement) ? [statement.name?.text ?? ""] : ts.isVariableStatement(statement) ? statement.declarationList.declarations.map(({ name }) => name.getText()) : [];
    return isExported ? names.filter((name) => /^[A-Z][a-z]/.test(name)).map((name) => ({ name, draws: drawnIn(source), path })) : [];
  });
}

function drawnIn(node: ts.Node): string[] {
  const here = ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node) ? [node.tagName.getText()] : [];
  const inside: string[] = [];
  ts.forEachChild(node, (child) => void inside.push(...drawnIn(child)));
  return [...here, ...inside];
}

const filesIn = (folder: string) => readdirSync(join(components, folder)).filter((name) => name.endsWith(".tsx")).map((name) => join(components, folder, name));

test("the design page shows every part of components/ui, by itself or inside another", () => {
  const parts = filesIn("ui").flatMap(partsOf);
  expect(parts.length).toBeGreaterThan(40);
  const shown = new Set(filesIn("design").flatMap((path) => partsOf(path)).flatMap(({ draws }) => draws));
  for (let before = -1; before !== shown.size; ) {
    before = shown.size;
    for (const { draws } of parts.filter(({ name }) => shown.has(name))) draws.forEach((name) => shown.add(name));
  }
  expect(parts.filter(({ name }) => !shown.has(name)).map(({ name, path }) => `${name} of ${path.slice(projectRoot.length + 1)}`)).toEqual([]);
  expect(ALSO.filter((name) => !shown.has(name))).toEqual([]);
});

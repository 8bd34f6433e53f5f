import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { projectRoot } from "@/scripts/project.mjs";
import { designWords } from "./design-words";
import { LOCALES } from "./locale";
import { wordsFor } from "./words-for";

/** Sentences for which English needs fewer facts. */
const WITHOUT_GENDER = { "households.bornOn": "function 1" };

const languages = LOCALES.map((locale) => ({ locale, files: readdirSync(join(projectRoot, "messages", locale)).map((name) => join("messages", locale, name)) }));

describe("every language says the same", () => {
  test("each area has a file in each language", () => {
    const [italian, ...others] = languages.map(({ files }) => files.map((path) => path.split("/").pop()));
    for (const other of others) expect(other).toEqual(italian);
  });

  test("a sentence with facts is one in every language, and takes as many", () => {
    const [italian, english] = LOCALES.map((locale) => shapeOf({ ...wordsFor(locale), design: designWords[locale] }));
    expect(english).toEqual({ ...italian, ...WITHOUT_GENDER });
  });
});

/** `area.key` to "text", or "function 2" with the number of facts it takes. */
function shapeOf(words: object, path = ""): Record<string, string> {
  return Object.fromEntries(
    Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
      const here = path === "" ? key : `${path}.${key}`;
      if (typeof value === "function") return [[here, `function ${value.length}`]];
      return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(shapeOf(value, here)) : [[here, typeof value]];
    }),
  );
}

describe("words are written with care", () => {
  const RULES: Record<"both" | "it" | "en", [what: string, wrong: RegExp][]> = {
    both: [
      ["a straight apostrophe between letters", /\p{L}'(\p{L}|$)/u],
      ["two spaces", /\S {2,}\S/],
      ["a space before a full stop, comma or colon", /\S [.,:;!?](\s|$)/],
      ["three dots instead of …", /\.\.\./],
      ["a straight quotation mark", /"/],
    ],
    it: [
      ["an apostrophe for an accent", /(^|\s)(e|cos[iì]|perch[eé]|pi[uù]|gi[aà]|citt[aà]|pu[oò]|sar[aà]|nucle|met[aà]|et[aà])['’](\s|$|[.,:;])/iu],
      ["no accent at all", /(^|[^\p{L}])(perche|poiche|finche|benche|affinche|purche|anziche|nonche|cioe|piu|gia|puo|cosi|citta|disponibilita|attivita|possibilita|eta|sara|verra|potra|dovra|lunedi|martedi|mercoledi|giovedi|venerdi)($|[^\p{L}])/iu],
      ["a grave accent where the acute stands", /(perchè|poichè|finchè|benchè|affinchè|purchè|anzichè|nonchè|nè |sè )/iu],
      ["“E’” for “È”", /(^|\s)E['’]\s/u],
      ["“qual’è”", /qual['’]è/iu],
      ["“un pò”", /(^|\s)p[oò](\s|$)/iu],
    ],
    en: [
      ["Italian left over", /(^|\s)(della|delle|degli|nucleo|struttura|alloggio|posto letto)(\s|$)/iu],
      ["a word twice", /(^|\s)(\p{L}{2,}) \2(\s|$)/iu],
    ],
  };

  test.each(languages)("in $locale", ({ locale, files }) => {
    const texts = files.flatMap((path) => textsIn(path));
    expect(texts.length).toBeGreaterThan(500);
    const wrong = texts.flatMap(({ text, where }) => [...RULES.both, ...RULES[locale]].filter(([, pattern]) => pattern.test(text)).map(([what]) => `${where}: ${what}: ${text}`));
    expect(wrong).toEqual([]);
  });
});

/** What people read: literals and the fixed parts of templates; keys, types and imports are for us. */
function textsIn(path: string): { text: string; where: string }[] {
  const source = ts.createSourceFile(path, readFileSync(join(projectRoot, path), "utf8"), ts.ScriptTarget.Latest, true);
  const found: { text: string; where: string }[] = [];
  const keep = (node: ts.Node, text: string) => found.push({ text, where: `${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}` });
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isPropertyAssignment(node)) return visit(node.initializer);
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) keep(node, node.text);
    // A fact stands as a letter, so that what is around it is looked at as it will be read.
    if (ts.isTemplateExpression(node)) keep(node, [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join("x"));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

// The compiler reads the whole product for it.
test("every word is used", { timeout: 240_000 }, () => {
  const { declared, used } = wordsInUse();
  expect(declared.size).toBeGreaterThan(400);
  const unused = [...declared].filter((path) => !used.has(path));
  expect(unused).toEqual([]);
});

/**
 * Asks the compiler, for every name in the product, whether it is a word of messages/it. A table that is read with a code counts as
 * used for the codes its type allows; one that is handed on as a whole, where nobody can follow, counts as used whole.
 */
function wordsInUse(): { declared: Set<string>; used: Set<string> } {
  const { config } = ts.readConfigFile(join(projectRoot, "tsconfig.json"), ts.sys.readFile) as { config: { compilerOptions: object } };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, projectRoot);
  const roots = ["app", "components", "server", "messages"].flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true }).map((name) => join(projectRoot, folder, String(name))).filter((path) => /(?<!\.test)\.tsx?$/.test(path)),
  );
  const program = ts.createProgram(roots, { ...options, incremental: false, noEmit: true });
  const checker = program.getTypeChecker();
  const places = new Map<ts.Node, string>();
  const tables = new Map<ts.ObjectLiteralExpression, string>();
  const declared = new Set<string>();
  const used = new Set<string>();

  const sources = program.getSourceFiles().filter(({ fileName }) => roots.includes(fileName));
  const areas = new Set([...Object.keys(wordsFor("it")), "design"]);
  for (const source of sources.filter(({ fileName }) => fileName.includes("/messages/it/"))) {
    source.forEachChild((statement) => {
      if (!ts.isVariableStatement(statement)) return;
      for (const { name, initializer } of statement.declarationList.declarations) if (initializer && areas.has(name.getText())) declare(initializer, name.getText());
    });
  }

  function declare(value: ts.Expression, path: string): void {
    const table = bare(value);
    if (!ts.isObjectLiteralExpression(table)) return;
    tables.set(table, path);
    for (const property of table.properties) {
      const here = `${path}.${property.name?.getText().replaceAll('"', "") ?? ""}`;
      places.set(property, here);
      const inner = ts.isPropertyAssignment(property) ? bare(property.initializer) : null;
      // Behind `as Record<string, string>` its keys are anything: then the whole is one word.
      if (inner && ts.isObjectLiteralExpression(inner) && ts.isPropertyAssignment(property) && !isCast(property.initializer)) declare(inner, here);
      else declared.add(here);
    }
  }

  /** The table that is the type of this expression, if one is. */
  function tableOf(type: ts.Type): ts.ObjectLiteralExpression | undefined {
    return type.symbol?.declarations?.find((node): node is ts.ObjectLiteralExpression => ts.isObjectLiteralExpression(node) && tables.has(node));
  }

  function mark(symbol: ts.Symbol | undefined): void {
    for (const node of symbol?.declarations ?? []) {
      const path = places.get(node);
      if (path) used.add(path);
    }
  }

  function markWhole(table: ts.ObjectLiteralExpression): void {
    const path = `${tables.get(table) ?? ""}.`;
    for (const each of declared) if (each.startsWith(path)) used.add(each);
  }

  function visit(node: ts.Node): void {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
    if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) {
      if (ts.isPropertyAccessExpression(node)) mark(checker.getSymbolAtLocation(node.name));
      lookAtWhole(node);
    }
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const key = (node.propertyName ?? node.name).getText();
      mark(checker.getTypeAtLocation(node.parent).getProperty(key));
    }
    if (ts.isElementAccessExpression(node)) lookAtKey(node);
    ts.forEachChild(node, visit);
  }

  function lookAtKey(node: ts.ElementAccessExpression): void {
    const type = checker.getTypeAtLocation(node.expression);
    const key = checker.getTypeAtLocation(node.argumentExpression);
    const keys = key.isUnion() ? key.types : [key];
    if (keys.every((each) => each.isStringLiteral())) for (const each of keys) mark(type.getProperty(String((each as ts.StringLiteralType).value)));
    else for (const table of [tableOf(type)]) if (table) markWhole(table);
  }

  /** A table that is neither read from nor kept under another name goes somewhere: followed only where the type goes with it. */
  function lookAtWhole(node: ts.Identifier | ts.PropertyAccessExpression): void {
    const { parent } = node;
    if (ts.isPropertyAccessExpression(parent) || ts.isBindingElement(parent) || ts.isPropertyAssignment(parent) && parent.name === node) return;
    if (ts.isElementAccessExpression(parent) && parent.expression === node) return;
    if (ts.isVariableDeclaration(parent) || ts.isParameter(parent)) return;
    const table = tableOf(checker.getTypeAtLocation(node));
    if (!table) return;
    const expected = ts.isExpression(node) ? checker.getContextualType(node) : undefined;
    if (expected && tableOf(expected) === table) return;
    markWhole(table);
  }

  for (const source of sources.filter(({ fileName }) => !fileName.includes("/messages/"))) source.forEachChild(visit);
  return { declared, used };
}

const isCast = (node: ts.Expression): boolean => ts.isAsExpression(node) && node.type.getText() !== "const";

function bare(node: ts.Expression): ts.Expression {
  return ts.isSatisfiesExpression(node) || ts.isAsExpression(node) || ts.isParenthesizedExpression(node) ? bare(node.expression) : node;
}

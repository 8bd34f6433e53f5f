import { ESLint } from "eslint";
import { expect, test } from "vitest";

const eslint = new ESLint();

async function isRefused(jsx: string): Promise<boolean> {
  const text = `export function Part({ words, isOpen, count, X }) {\n  return ${jsx};\n}\n`;
  const [result] = await eslint.lintText(text, { filePath: "components/some-area/new-part.tsx" });
  return (result?.messages ?? []).some(({ ruleId }) => ruleId === "house/words-in-messages");
}

test.each([
  ["<p>Salva</p>", true],
  ["<p>{words.save}</p>", false],
  ["<p>{words.name} · {count}</p>", false],
  ['<p>{"Salva"}</p>', true],
  ["<p>{`Salva ${count}`}</p>", true],
  ["<p>{`${count} / ${count}`}</p>", false],
  ['<p>{isOpen ? "aperto" : null}</p>', true],
  ['<p>{isOpen && "aperto"}</p>', true],
  ["<>Salva</>", true],
  ['<button aria-label="Chiudi" />', true],
  ['<button aria-label={isOpen ? "Chiudi" : words.open} />', true],
  ["<button aria-label={words.close} />", false],
  ['<img alt="" />', false],
  ['<img alt="Un letto" />', true],
  ['<X title="Strutture" />', true],
  ['<X label={words.name ?? "Nome"} />', true],
  ['<X placeholder={"Cerca"} />', true],
  ['<X className="mt-2" id="contenuto" href="/nuclei" tone="primary" />', false],
])("text in %s: %s", async (jsx, refused) => {
  expect(await isRefused(jsx)).toBe(refused);
});

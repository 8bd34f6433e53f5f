"use client";

import { IMPORT_COLUMNS, type ImportKind } from "@/domain/imports";
import type { Words } from "@/messages/it";
import { useWords } from "../words/words-provider";

/** The columns that take codes, with what the codes mean. */
function codesIn(column: string, codes: Words["codes"]): Record<string, string> | null {
  const known: Record<string, Record<string, string>> = {
    kind: codes.kind, letting: codes.letting, gender_policy: codes.genderPolicy, bed_kind: codes.bedKind, gender: codes.gender, role: codes.memberRole,
    exit_reason: codes.departureReason, destination: codes.destination, status: codes.status,
  };
  return known[column] ?? null;
}

/** Every column in words, required ones first. */
export function ColumnsTable({ kind }: { kind: ImportKind }) {
  const { importing: words, codes } = useWords();
  const { required, optional } = IMPORT_COLUMNS[kind];
  const meaning = (column: string) => {
    const allowed = codesIn(column, codes);
    const sentence = words.columnWords[kind]?.[column] ?? "";
    return allowed ? `${sentence} ${words.codesAllowed(Object.entries(allowed).map(([code, text]) => words.codeMeans(code, text)))}` : sentence;
  };

  return (
    <div className="pb-2">
      <p className="mb-3 max-w-prose text-ink-soft">{words.columnsNote}</p>
      <table aria-label={words.columnsTable(words.kinds[kind])} className="w-full border-collapse text-start">
        <thead className="max-sm:sr-only">
          <tr className="border-b border-line text-sm text-ink-faint">
            <th scope="col" className="py-2 pe-4 text-start font-semibold">{words.column}</th>
            <th scope="col" className="py-2 text-start font-semibold">{words.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {[...required, ...optional].map((column) => (
            <tr key={column} className="border-b border-line-soft align-top last:border-b-0 max-sm:block max-sm:py-2">
              <th scope="row" className="pe-4 text-start font-semibold max-sm:block sm:py-2 sm:whitespace-nowrap">
                <code>{column}</code>
                <span className="block text-sm font-normal text-ink-faint max-sm:ms-2 max-sm:inline">{required.includes(column) ? words.isRequired : words.isOptional}</span>
              </th>
              <td className="break-words max-sm:block sm:py-2">{meaning(column)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

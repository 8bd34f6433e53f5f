import "server-only";
import type { ImportRejection } from "@/domain/imports";
import { imports as english } from "@/messages/en/imports";
import { importSentence } from "@/messages/import-words";
import { imports as italian } from "@/messages/it/imports";
import type { ImportResult } from "./run";

export type ToldRejection = { row: number; column: string | null; code: string; message: string; otherRow?: number };

export type ToldResult = Omit<ImportResult, "rejected"> & { rejected: ToldRejection[] };

/** The answer as the contract gives it: every refusal with its sentence. */
export function told(result: ImportResult, locale: "it" | "en"): ToldResult {
  return { ...result, rejected: result.rejected.map((rejection) => toldRejection(rejection, locale)) };
}

function toldRejection(rejection: ImportRejection, locale: "it" | "en"): ToldRejection {
  const message = importSentence(locale === "en" ? english : italian, rejection);
  const { row, column, code } = rejection;
  const other = "otherRow" in rejection && rejection.otherRow !== undefined ? { otherRow: rejection.otherRow } : {};
  return { row, column, code, message, ...other };
}

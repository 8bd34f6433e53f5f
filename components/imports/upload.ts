import { withParameters } from "../http/api";
import { Problem, type ProblemBody, unreachable } from "../http/problem";
import type { ImportJob, ImportResult } from "./import-types";

/** Bytes on their way; once all are there the service is at work. */
export type Progress = { sent: number; whole: number };

type Watch = { signal: AbortSignal; key: string; onProgress: (progress: Progress) => void };

/** Sends the file itself, piece by piece from the disk: `fetch` could not tell how far it is. */
export function uploadImport({ kind, file, mode }: ImportJob, { signal, key, onProgress }: Watch): Promise<ImportResult> {
  const path = withParameters(`/imports/${kind}`, { dryRun: mode === "preview" || null, partial: mode !== "whole" || null });
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => onProgress({ sent: loaded, whole: total });
    request.onload = () => settle(request, resolve, reject);
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(new DOMException("stopped", "AbortError"));
    signal.addEventListener("abort", () => request.abort());
    request.open("POST", `/api/v1${path}`);
    request.responseType = "json";
    request.setRequestHeader("Content-Type", "text/csv");
    request.setRequestHeader("Accept-Language", document.documentElement.lang || "it");
    if (mode !== "preview") request.setRequestHeader("Idempotency-Key", key);
    request.send(file);
  });
}

function settle(request: XMLHttpRequest, resolve: (result: ImportResult) => void, reject: (error: unknown) => void): void {
  const answer = request.response as ImportResult | ProblemBody | null;
  if (answer === null) return reject(unreachable());
  if (request.status === 200) return resolve(answer as ImportResult);
  reject("code" in answer ? new Problem(answer) : unreachable());
}

"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { ImportKind } from "@/domain/imports";
import { newKey } from "../http/new-key";
import { type FileTrouble, troubleWith } from "./file-look";
import type { ImportJob } from "./import-types";
import { type Progress, uploadImport } from "./upload";

/** One file from its choice over its preview to what it came to. */
export function useImport(kind: ImportKind) {
  const [file, setFile] = useState<File | null>(null);
  const [trouble, setTrouble] = useState<FileTrouble | null>(null);
  const preview = useUpload();
  const whole = useUpload();

  async function choose(next: File) {
    whole.forget();
    preview.forget();
    setFile(next);
    const found = await troubleWith(next, kind).catch((): FileTrouble => ({ code: "not_text" }));
    setTrouble(found);
    // Good rows are counted beside refused ones only when they might go in alone.
    if (found === null) preview.send({ kind, file: next, mode: "preview" });
  }

  function forget() {
    preview.forget();
    whole.forget();
    setFile(null);
    setTrouble(null);
  }

  return {
    file, trouble, preview, whole, choose: (next: File) => void choose(next), forget,
    check: () => file && preview.send({ kind, file, mode: "preview" }),
    start: (mode: "whole" | "partial") => file && whole.send({ kind, file, mode }),
    isRunning: preview.isRunning || whole.isRunning,
  };
}

export type Upload = ReturnType<typeof useUpload>;

/** An upload with how far it is; leaving the page stops it. */
function useUpload() {
  const queries = useQueryClient();
  const [progress, setProgress] = useState<Progress | null>(null);
  const stopper = useRef<AbortController>(undefined);
  // Kept while nobody knows how the import ended: sent again, it goes in once.
  const key = useRef<string>(undefined);

  const { mutate, reset, isPending, data, error, variables } = useMutation({
    // Without a network it fails and says so, instead of waiting for one in silence.
    networkMode: "always",
    mutationFn: (job: ImportJob) => {
      stopper.current = new AbortController();
      key.current ??= newKey();
      setProgress({ sent: 0, whole: job.file.size });
      return uploadImport(job, { signal: stopper.current.signal, key: key.current, onProgress: setProgress });
    },
    onSuccess: (_result, { mode }) => {
      key.current = undefined;
      if (mode !== "preview") void queries.invalidateQueries();
    },
  });

  useEffect(() => () => stopper.current?.abort(), []);

  const forget = () => {
    stopper.current?.abort();
    key.current = undefined;
    reset();
  };
  const isStopped = error?.name === "AbortError";
  return { send: mutate, forget, stop: () => stopper.current?.abort(), isRunning: isPending, result: data ?? null, error: isStopped ? null : error, mode: variables?.mode ?? null, progress };
}

"use client";

import { Button } from "../ui/button";
import { ProgressBar } from "../ui/progress-bar";
import { useWords } from "../words/words-provider";
import type { Upload } from "./use-import";

/** Bytes while they go; then the service is at work and nobody knows how long. */
export function UploadProgress({ upload, name }: { upload: Upload; name: string }) {
  const words = useWords().importing;
  const { sent, whole } = upload.progress ?? { sent: 0, whole: 1 };
  const isThere = whole > 0 && sent >= whole;
  const isPreview = upload.mode === "preview";
  const working = isPreview ? words.checking : words.writing;

  return (
    <div className="space-y-3 py-2">
      <p className="font-semibold break-all">{name}</p>
      <p role="status" className="sr-only">{isThere ? working : words.sending}</p>
      {isThere
        ? <ProgressBar label={working} share={null} />
        : <ProgressBar label={words.sending} share={sent / whole} valueLabel={words.sent(sent, whole)} />}
      {isThere && isPreview && <p className="text-ink-soft">{words.checkingText}</p>}
      {(isPreview || !isThere) && <Button size="small" onPress={upload.stop}>{words.stop}</Button>}
    </div>
  );
}

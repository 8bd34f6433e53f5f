"use client";

import { ProblemAlert } from "../http/problem-alert";
import { asProblem } from "../http/problem";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { Card, CardHead } from "../ui/card";
import { FileField } from "../ui/file-field";
import { useWords } from "../words/words-provider";
import type { FileTrouble } from "./file-look";
import { UploadProgress } from "./upload-progress";
import type { useImport } from "./use-import";

/** Choosing the file, its way to the service, and what went wrong on it. */
export function FileCard({ job }: { job: ReturnType<typeof useImport> }) {
  const words = useWords().importing;
  const { file, trouble, preview, whole } = job;
  const running = whole.isRunning ? whole : preview.isRunning ? preview : null;

  return (
    <Card labelledBy="file">
      <CardHead id="file" title={words.file} />
      <div className="space-y-4 px-4 py-4 sm:px-5">
        {running ? (
          <UploadProgress upload={running} name={file?.name ?? ""} />
        ) : (
          <FileField label={words.fileLabel} hint={words.fileHint} chooseLabel={words.choose} accept={[".csv", ".txt", "text/csv"]} chosen={file?.name ?? null} onChoose={job.choose} />
        )}
        {trouble && <Alert title={words.troubleTitle}><p>{troubleIn(trouble, words.troubles)}</p></Alert>}
        {!running && preview.error && <Failure error={preview.error} title={words.failedPreview} cut={words.cutPreview} onAgain={job.check} />}
        {!running && whole.error && <Failure error={whole.error} title={words.failedImport} cut={words.cutImport} onAgain={() => whole.mode !== "preview" && whole.mode && job.start(whole.mode)} />}
      </div>
    </Card>
  );
}

type FailureProps = { error: Error; title: string; cut: string; onAgain: () => void };

/** The service said no in its own words; where it did not answer, what that means for the data. */
function Failure({ error, title, cut, onAgain }: FailureProps) {
  const words = useWords().importing;
  const again = <div className="pt-1"><Button size="small" onPress={onAgain}>{words.tryAgain}</Button></div>;
  const problem = asProblem(error);
  if (problem && !problem.isUnreachable) return <ProblemAlert error={error} title={problem.status >= 500 ? title : undefined}>{again}</ProblemAlert>;
  return <Alert title={title}><p>{cut}</p>{again}</Alert>;
}

function troubleIn(trouble: FileTrouble, words: ReturnType<typeof useWords>["importing"]["troubles"]): string {
  const say = words[trouble.code] as (facts: FileTrouble) => string;
  return say(trouble);
}

"use client";

import { parseAsStringLiteral, useQueryState } from "nuqs";
import { IMPORT_KINDS } from "@/domain/imports";
import { useMay } from "../session/me";
import { PageHeading } from "../shell/page-heading";
import { useWords } from "../words/words-provider";
import { ExportCard } from "./export-card";
import { FileCard } from "./file-card";
import { KindCard } from "./kind-card";
import { LeaveDialog } from "./leave-dialog";
import { PreviewSection } from "./preview-section";
import { ResultCard } from "./result-card";
import { useImport } from "./use-import";
import { useLeaveWarning } from "./use-leave-warning";

export function ImportPage() {
  const words = useWords().importing;
  const mayExport = useMay("data.export");
  const [kind, setKind] = useQueryState("kind", parseAsStringLiteral(IMPORT_KINDS).withDefault("facilities"));
  const job = useImport(kind);
  const leaving = useLeaveWarning(job.isRunning);
  const { preview, whole } = job;

  function choose(next: typeof kind) {
    job.forget();
    void setKind(next);
  }

  return (
    <>
      <PageHeading title={words.title} subtitle={words.subtitle} />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_316px]">
        <div className="min-w-0 space-y-4">
          <KindCard kind={kind} onChange={choose} isDisabled={job.isRunning} />
          {whole.result ? (
            <ResultCard kind={kind} result={whole.result} onAnother={job.forget} />
          ) : (
            <FileCard job={job} />
          )}
          {preview.result && !whole.result && !job.isRunning && job.file && (
            <PreviewSection result={preview.result} onStart={job.start} onAnother={job.forget} />
          )}
        </div>
        {mayExport && <ExportCard />}
      </div>
      {leaving.isAsking && <LeaveDialog onLeave={leaving.leave} onStay={leaving.stay} />}
    </>
  );
}

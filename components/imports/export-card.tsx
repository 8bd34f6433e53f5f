"use client";

import { Download } from "lucide-react";
import { IMPORT_KINDS } from "@/domain/imports";
import { withParameters } from "../http/api";
import { useMunicipality } from "../session/me";
import { Card } from "../ui/card";
import { DownloadLink } from "../ui/download-link";
import { useWords } from "../words/words-provider";

/** The way back: the same columns, of the municipality the person works for. */
export function ExportCard() {
  const words = useWords().importing;
  const { code, name } = useMunicipality();
  return (
    <Card labelledBy="esporta" className="px-4 py-4 sm:px-5">
      <h2 id="esporta" className="text-lg">{words.exports}</h2>
      <p className="mt-1 mb-3 text-ink-soft">{words.exportsText(name)}</p>
      <ul className="grid gap-2 sm:max-xl:grid-cols-3">
        {IMPORT_KINDS.map((kind) => (
          <li key={kind}>
            <DownloadLink href={`/api/v1${withParameters(`/exports/${kind}.csv`, { municipality: code })}`} isWide>
              <Download aria-hidden className="size-4" />
              {words.exportKind(words.kinds[kind].toLowerCase())}
            </DownloadLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}

"use client";

import { Download } from "lucide-react";
import { IMPORT_KINDS, type ImportKind } from "@/domain/imports";
import { Card, CardHead } from "../ui/card";
import { Disclosure } from "../ui/disclosure";
import { DownloadLink } from "../ui/download-link";
import { RadioGroup } from "../ui/radio-group";
import { useWords } from "../words/words-provider";
import { ColumnsTable } from "./columns-table";

type Props = { kind: ImportKind; onChange: (kind: ImportKind) => void; isDisabled: boolean };

/** What the file holds, with the template and what stands in each column. */
export function KindCard({ kind, onChange, isDisabled }: Props) {
  const words = useWords().importing;
  return (
    <Card labelledBy="che-cosa">
      <CardHead
        id="che-cosa"
        title={words.what}
        action={
          <DownloadLink href={`/api/v1/imports/${kind}/template.csv`}>
            <Download aria-hidden className="size-4" />
            {words.template}
          </DownloadLink>
        }
      />
      <div className="space-y-3 px-4 py-4 sm:px-5">
        <RadioGroup
          label={words.kind}
          choices={IMPORT_KINDS.map((id) => ({ id, text: words.kinds[id], hint: words.kindHints[id] }))}
          value={kind}
          onChange={onChange}
          isDisabled={isDisabled}
        />
        <Disclosure title={words.columns}><ColumnsTable kind={kind} /></Disclosure>
      </div>
    </Card>
  );
}

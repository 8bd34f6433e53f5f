"use client";

import { useQuery } from "@tanstack/react-query";
import { FolderKanban, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { ProblemAlert } from "../http/problem-alert";
import { useMunicipality } from "../session/me";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { Cell, HeadCell, Missing, Row, TableFrame } from "../ui/table";
import { TableSkeleton } from "../ui/table-skeleton";
import { useLocale, useWords } from "../words/words-provider";
import { programmeQueries, type Programme } from "./organisations-queries";
import { ConditionList } from "./rules/condition-list";
import { SettingsFrame } from "./settings-frame";

const ProgrammeDialog = dynamic(() => import("./programme-dialog").then((module) => module.ProgrammeDialog), { ssr: false });

export function ProgrammesScreen() {
  const { settings, shell } = useWords();
  const words = settings.programmes;
  const locale = useLocale();
  const { data, error } = useQuery(programmeQueries.list(useMunicipality().code));
  const [open, setOpen] = useState<Programme | "new" | null>(null);
  const programmes = data?.toSorted((a, b) => a.name.localeCompare(b.name, locale));
  const { column } = words;

  return (
    <SettingsFrame section="programmes" action={<Button tone="primary" onPress={() => setOpen("new")}><Plus aria-hidden className="size-4" />{words.add}</Button>}>
      {error && <ProblemAlert error={error} title={settings.listFailed} />}
      {!programmes && !error && <TableSkeleton label={shell.loading} rows={3} />}
      {programmes && programmes.length === 0 && <Card><EmptyState icon={FolderKanban} title={words.none}>{words.noneText}</EmptyState></Card>}
      {programmes && programmes.length > 0 && (
        <TableFrame
          label={words.title}
          head={<><HeadCell>{column.name}</HeadCell><HeadCell>{column.cup}</HeadCell><HeadCell>{column.period}</HeadCell><HeadCell>{column.conditions}</HeadCell><HeadCell><span className="sr-only">{column.actions}</span></HeadCell></>}
        >
          {programmes.map((programme) => (
            <Row key={programme.id}>
              <Cell>
                <span className="font-semibold">{programme.name}</span>
                <span className="block text-sm text-ink-faint">{programme.code}</span>
              </Cell>
              <Cell>{programme.cup ?? <Missing sign={shell.none} />}</Cell>
              <Cell isWide>{words.period(programme.from, programme.until) || <Missing sign={shell.none} />}</Cell>
              <Cell isWide><ConditionList conditions={programme.conditions} /></Cell>
              <Cell><Button size="small" aria-label={settings.editOf(programme.name)} onPress={() => setOpen(programme)}>{settings.edit}</Button></Cell>
            </Row>
          ))}
        </TableFrame>
      )}
      {open && <ProgrammeDialog programme={open === "new" ? null : open} onClose={() => setOpen(null)} />}
    </SettingsFrame>
  );
}

"use client";

import { Clock, ShieldCheck } from "lucide-react";
import type { AuditEntry } from "../http/api-types";
import { Badge } from "../ui/badge";
import { Cell, HeadCell, Row, TableFrame } from "../ui/table";
import { useFormats, useWords } from "../words/words-provider";
import { useActorName } from "./actor-name";
import { shortId } from "./short-id";

export function AuditTable({ entries }: { entries: AuditEntry[] }) {
  const { audit: words } = useWords();
  const { dayOf } = useFormats();
  const nameOf = useActorName();
  const { column } = words;
  const actionIn = (action: string) => (words.actions as Record<string, string>)[action] ?? action;

  return (
    <TableFrame
      label={words.title}
      head={<><HeadCell>{column.when}</HeadCell><HeadCell>{column.what}</HeadCell><HeadCell>{column.who}</HeadCell><HeadCell>{column.subject}</HeadCell><HeadCell>{column.position}</HeadCell></>}
    >
      {entries.map(({ position, ...entry }) => (
        <Row key={entry.id}>
          <Cell><time dateTime={entry.at} className="whitespace-nowrap text-ink-soft tabular-nums">{words.moment(dayOf(entry.at), entry.at)}</time></Cell>
          <Cell isWide><span className="font-semibold">{actionIn(entry.action)}</span></Cell>
          <Cell isWide>
            {nameOf(entry)}
            {entry.actorKind === "token" && <span className="text-sm text-ink-faint"> {words.withToken}</span>}
          </Cell>
          <Cell><span className="text-sm text-ink-faint">{words.subject[entry.action.split(".")[0] ?? ""]} {entry.subjectName ?? shortId(entry)}</span></Cell>
          <Cell>
            {position === null ? <Badge icon={Clock}>{words.notYetSealed}</Badge> : <Badge tone="positive" icon={ShieldCheck}>{words.sealedAs(position)}</Badge>}
          </Cell>
        </Row>
      ))}
    </TableFrame>
  );
}

"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Ban, CircleCheck, Clock, KeyRound, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { ProblemAlert } from "../../http/problem-alert";
import { Badge } from "../../ui/badge";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { EmptyState } from "../../ui/empty-state";
import { Cell, HeadCell, Row, TableFrame } from "../../ui/table";
import { TableSkeleton } from "../../ui/table-skeleton";
import { useFormats, useWords } from "../../words/words-provider";
import { SettingsFrame } from "../settings-frame";
import { tokenQueries, type Token } from "./token-queries";

const AddTokenDialog = dynamic(() => import("./add-token-dialog").then((module) => module.AddTokenDialog), { ssr: false });
const RevokeDialog = dynamic(() => import("./revoke-dialog").then((module) => module.RevokeDialog), { ssr: false });

/** `now`: the moment the page was made; a token's end is real time, whatever day a test says it is. */
export function TokensScreen({ now }: { now: string }) {
  const { settings, shell } = useWords();
  const words = settings.tokens;
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(tokenQueries.list());
  const [isAdding, setAdding] = useState(false);
  const [revoked, setRevoked] = useState<Token | null>(null);
  const tokens = data?.pages.flatMap(({ items }) => items);
  const { column } = words;

  return (
    <SettingsFrame section="tokens" action={<Button tone="primary" onPress={() => setAdding(true)}><Plus aria-hidden className="size-4" />{words.add}</Button>}>
      {error && <ProblemAlert error={error} title={settings.listFailed} />}
      {!tokens && !error && <TableSkeleton label={shell.loading} />}
      {tokens && tokens.length === 0 && <Card><EmptyState icon={KeyRound} title={words.none}>{words.noneText}</EmptyState></Card>}
      {tokens && tokens.length > 0 && (
        <TableFrame
          label={words.title}
          head={<><HeadCell>{column.name}</HeadCell><HeadCell>{column.holder}</HeadCell><HeadCell>{column.created}</HeadCell><HeadCell>{column.expires}</HeadCell><HeadCell>{column.state}</HeadCell><HeadCell><span className="sr-only">{column.actions}</span></HeadCell></>}
        >
          {tokens.map((token) => <TokenRow key={token.id} token={token} now={now} onRevoke={() => setRevoked(token)} />)}
        </TableFrame>
      )}
      {hasNextPage && <div className="mt-3"><Button size="small" isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>{shell.loadMore}</Button></div>}
      {isAdding && <AddTokenDialog onClose={() => setAdding(false)} />}
      {revoked && <RevokeDialog token={revoked} onClose={() => setRevoked(null)} />}
    </SettingsFrame>
  );
}

function TokenRow({ token, now, onRevoke }: { token: Token; now: string; onRevoke: () => void }) {
  const words = useWords().settings.tokens;
  const { dayOf } = useFormats();
  const state = token.revokedAt !== null ? "revoked" : token.expiresAt !== null && token.expiresAt <= now ? "expired" : "active";
  const looks = { active: { tone: "positive", icon: CircleCheck }, expired: { tone: "neutral", icon: Clock }, revoked: { tone: "negative", icon: Ban } } as const;
  return (
    <Row>
      <Cell isWide><span className="font-semibold">{token.name}</span></Cell>
      <Cell isWide>{token.userName}</Cell>
      <Cell><Labelled label={words.column.created}>{words.onDay(dayOf(token.createdAt))}</Labelled></Cell>
      <Cell><Labelled label={words.column.expires}>{token.expiresAt ? words.onDay(dayOf(token.expiresAt)) : words.noExpiry}</Labelled></Cell>
      <Cell><Badge {...looks[state]}>{words.state[state]}</Badge></Cell>
      <Cell>{state === "active" && <Button size="small" tone="danger" aria-label={words.revokeOf(token.name)} onPress={onRevoke}>{words.revoke}</Button>}</Cell>
    </Row>
  );
}

/** A date says what it is where the column's head is not in sight. */
function Labelled({ label, children }: { label: string; children: string }) {
  return <span className="max-md:text-sm max-md:text-ink-faint"><span className="md:hidden">{label}: </span>{children}</span>;
}

"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ProblemAlert } from "../http/problem-alert";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Card, CardHead } from "../ui/card";
import { useToast } from "../ui/toast";
import { useWords } from "../words/words-provider";
import { sessionMutations, sessionQueries, type OpenSession } from "./session-queries";

export function SessionsCard() {
  const words = useWords().profile;
  const open = useQuery(sessionQueries.open());
  const closing = useMutation(sessionMutations.close(useQueryClient()));
  const closingOthers = useMutation(sessionMutations.closeOthers(useQueryClient()));
  const toast = useToast();
  const sessions = open.data?.items ?? [];
  const error = closing.error ?? closingOthers.error;

  const closeOthers = (
    <Button size="small" isPending={closingOthers.isPending} onPress={() => closingOthers.mutate(undefined, { onSuccess: ({ closed }) => toast(words.othersClosed(closed)) })}>
      {words.closeOthers}
    </Button>
  );
  return (
    <Card labelledBy="sessioni">
      <CardHead id="sessioni" title={words.sessions} action={sessions.length > 1 ? closeOthers : undefined} />
      <div className="space-y-3 px-4 py-4 sm:px-5">
        <p className="text-sm text-ink-faint">{words.sessionsHint}</p>
        {open.error && <ProblemAlert error={open.error} title={words.listFailed} />}
        {error && <ProblemAlert error={error} title={words.closeFailed} />}
        <ul className="divide-y divide-line">
          {sessions.map((session) => (
            <SessionLine key={session.id} session={session} isPending={closing.isPending} onClose={() => closing.mutate(session.id, { onSuccess: () => toast(words.closed) })} />
          ))}
        </ul>
      </div>
    </Card>
  );
}

type LineProps = { session: OpenSession; isPending: boolean; onClose: () => void };

/** The one in use is closed by signing out. */
function SessionLine({ session, isPending, onClose }: LineProps) {
  const words = useWords().profile;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="min-w-0">
        <p>
          {words.openedAt(session.createdAt)} {session.isCurrent && <Badge tone="brand">{words.current}</Badge>}
        </p>
        <p className="text-sm text-ink-faint">{words.seenAt(session.lastSeenAt)}</p>
      </div>
      {!session.isCurrent && (
        <div className="ms-auto">
          <Button size="small" aria-label={words.closeOne(session.createdAt)} isPending={isPending} onPress={onClose}>{words.close}</Button>
        </div>
      )}
    </li>
  );
}

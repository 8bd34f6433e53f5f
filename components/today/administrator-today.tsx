"use client";

import { useQuery } from "@tanstack/react-query";
import { ScrollText } from "lucide-react";
import { addDays, type Day } from "@/domain/day";
import { AuditTable } from "../audit/audit-table";
import { ProblemAlert } from "../http/problem-alert";
import { useMunicipality, useToday } from "../session/me";
import { PageHeading } from "../shell/page-heading";
import { ButtonLink } from "../ui/button-link";
import { StatTile } from "../ui/stat-tile";
import { useFormats, useWords } from "../words/words-provider";
import { todayQueries } from "./today-queries";
import type { KeptToken } from "./today-types";

const SOON_DAYS = 30;

/** Accounts, tokens and the audit: what an administrator looks after. `isAlone`: the page has nothing else. */
export function AdministratorToday({ isAlone }: { isAlone: boolean }) {
  const words = useWords().today;
  const { dayOf } = useFormats();
  const municipality = useMunicipality();
  const today = useToday();
  const [users, tokens, audit] = [useQuery(todayQueries.users(municipality.code)), useQuery(todayQueries.tokens()), useQuery(todayQueries.audit(municipality.code))];
  const error = users.error ?? tokens.error ?? audit.error;
  const people = users.data?.items ?? [];
  const disabled = people.filter(({ disabledAt }) => disabledAt !== null).length;
  const recent = people.filter(({ createdAt }) => dayOf(createdAt) > addDays(today, -SOON_DAYS)).length;
  const { active, expiring } = tokensOf(tokens.data?.items ?? [], today, dayOf);
  const sealed = audit.data?.sealed ?? null;
  const link = <ButtonLink href="/registro" tone={isAlone ? "primary" : "secondary"}><ScrollText aria-hidden className="size-4" />{words.auditLink}</ButtonLink>;

  return (
    <>
      {isAlone && <PageHeading title={words.heading(today)} subtitle={`${municipality.name} · ${words.administration}`}>{link}</PageHeading>}
      {!isAlone && <div className="mt-6 mb-3 flex flex-wrap items-center justify-between gap-3"><h2 className="text-xl">{words.administration}</h2>{link}</div>}
      {error && <ProblemAlert error={error} title={words.failed} />}
      <section aria-label={words.administration} className="grid grid-cols-2 gap-3 xl:grid-cols-4">
        <StatTile label={words.users} href="/impostazioni/utenti" value={users.data ? people.length : "–"} detail={words.usersDetail(disabled)} />
        <StatTile label={words.usersNew} href="/impostazioni/utenti" value={users.data ? recent : "–"} detail={words.usersNewDetail} />
        <StatTile label={words.tokens} href="/impostazioni/token" value={tokens.data ? expiring : "–"} detail={words.tokensDetail(active)} tone={expiring > 0 ? "negative" : "plain"} />
        <StatTile label={words.sealed} href="/registro" value={<span className="text-2xl">{sealed ? words.sealedUntil(sealed.at) : words.notSealed}</span>} detail={sealed ? words.sealedDetail(sealed.position) : undefined} />
      </section>
      {audit.data && audit.data.items.length > 0 && (
        <section aria-labelledby="recent-entries" className="mt-6">
          <h2 id="recent-entries" className="mb-3 text-xl">{words.recentEntries}</h2>
          <AuditTable entries={audit.data.items} />
        </section>
      )}
    </>
  );
}

/** Tokens expire by real time, days are those in Rome. */
function tokensOf(tokens: readonly KeptToken[], today: Day, dayOf: (instant: string) => Day): { active: number; expiring: number } {
  const active = tokens.filter(({ revokedAt, expiresAt }) => revokedAt === null && (expiresAt === null || dayOf(expiresAt) >= today));
  return { active: active.length, expiring: active.filter(({ expiresAt }) => expiresAt !== null && dayOf(expiresAt) <= addDays(today, SOON_DAYS)).length };
}

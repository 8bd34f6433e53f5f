"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { shortBedName } from "../beds/bed-name";
import { ProblemAlert } from "../http/problem-alert";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { useWords } from "../words/words-provider";
import type { InTheWay as Blocking, InTheWayAsked } from "./facility-answers";
import { facilityQueries } from "./facility-queries";

type Props = {
  asked: Omit<InTheWayAsked, "from"> & { from: string | null };
  /** Takes the day from which it would work. */
  onUse: (day: string) => void;
};

/** Before anything is closed: who is there and until when, and from which day on it could be closed. */
export function InTheWay({ asked, onUse }: Props) {
  const words = useWords().facilityPage.inTheWay;
  const { from } = asked;
  const { data, error } = useQuery({ ...facilityQueries.inTheWay({ ...asked, from: from ?? "" }), enabled: from !== null });
  if (error) return <ProblemAlert error={error} title={words.failed} />;
  if (!data || from === null) return null;
  if (data.length === 0) return <Alert tone="positive" isLive={false}>{words.none}</Alert>;

  const groups = [...groupedBy(data, ({ placementId, id }) => placementId ?? id).values()];
  const works = data.map(({ until }) => until).reduce((latest, until) => (until > latest ? until : latest));
  return (
    <Alert tone="warning" title={words.title(groups.length)} isLive={false}>
      <ul className="list-disc space-y-1 ps-5">{groups.map((group) => <Group key={group[0]?.placementId ?? group[0]?.id} group={group} />)}</ul>
      <p className="flex flex-wrap items-center gap-3 pt-1">
        {words.works(works)}
        <Button size="small" onPress={() => onUse(works)}>{words.use(works)}</Button>
      </p>
    </Alert>
  );
}

/** All that one placement holds, as one line for each unit. */
function Group({ group }: { group: Blocking[] }) {
  const words = useWords().facilityPage.inTheWay;
  const [first] = group;
  if (!first) return null;
  const from = group.map((each) => each.from).reduce((a, b) => (a < b ? a : b));
  const until = group.map((each) => each.until).reduce((a, b) => (a > b ? a : b));
  const units = [...groupedBy(group, ({ unitName }) => unitName)].map(([unit, beds]) => words.where(unit, [...new Set(beds.map(({ bedName }) => shortBedName(bedName)))]));
  return (
    <li>
      {first.household
        ? <Link href={`/nuclei/${first.household.id}`} className="font-semibold text-ink underline">{first.household.code}</Link>
        : words.kind[first.kind]}
      {" · "}{units.join("; ")}{" · "}{words.until(from, until)}
    </li>
  );
}

function groupedBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}

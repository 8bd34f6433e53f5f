"use client";

import { useQuery } from "@tanstack/react-query";
import { nightsBetween } from "@/domain/day";
import { spanInWords } from "../availability/span-words";
import type { Household } from "../http/api-types";
import { useToday } from "../session/me";
import { Card, CardHead } from "../ui/card";
import { StayClockBar } from "../ui/stay-clock-bar";
import { useFormats, useWords } from "../words/words-provider";
import { householdQueries } from "./household-queries";
import type { StayClock } from "./household-types";
import { currentPlacement } from "./household-words";
import { NoticeLadder } from "./notice-ladder";

/** Nights used, planned and left under the rule of the placement that runs or was the last, stay by stay; over several placements where it counts them together. */
export function StayClockCard({ household }: { household: Household }) {
  const { placements: words, householdFile, availability } = useWords();
  const { data: clock } = useQuery(householdQueries.stayClock(household.id));
  if (!clock || clock.stays.length === 0) return null;

  const span = clock.rule?.maxStay && spanInWords(clock.rule.maxStay, availability.span);
  return (
    <Card labelledBy="contatore">
      <CardHead id="contatore" title={words.clock}>{span && <span className="text-ink-faint">{householdFile.rule(span)}</span>}</CardHead>
      <div className="space-y-3 px-4 py-3 sm:px-5">
        <ClockOf clock={clock} />
        <NoticeLadder placement={currentPlacement(household)} ladder={clock.rule?.noticeDays ?? []} />
        <StaysCounted household={household} clock={clock} />
      </div>
    </Card>
  );
}

function ClockOf({ clock }: { clock: StayClock }) {
  const { placements: words, householdFile } = useWords();
  const { usedNights, plannedNights, allowanceNights, latestExit } = clock;
  if (allowanceNights === null || latestExit === null) return <p className="text-ink-soft">{householdFile.noLimit(usedNights)}</p>;

  const over = usedNights - allowanceNights;
  const said = over > 0 ? words.clockOver(over) : words.clockUsed(usedNights, allowanceNights - usedNights);
  const sentence = [`${said} ${words.clockAllowance(allowanceNights, latestExit)}`, plannedNights > 0 && words.clockPlanned(plannedNights)].filter(Boolean).join(" · ");
  const label = clock.rule?.counting === "cumulative" ? householdFile.clockNights : householdFile.placementNights;
  return <StayClockBar label={label} sentence={sentence} usedNights={usedNights} plannedNights={plannedNights} allowanceNights={allowanceNights} />;
}

function StaysCounted({ household, clock }: { household: Household; clock: StayClock }) {
  const { placements: words, householdFile, today: todayWords } = useWords();
  const { shortDay } = useFormats();
  const today = useToday();
  const nameOf = (personId: string) => {
    const member = household.members.find((each) => each.personId === personId);
    return member ? `${member.givenName} ${member.familyName}` : householdFile.somebody;
  };
  return (
    <ul aria-label={householdFile.stays} className="divide-y divide-line-soft">
      {clock.stays.map(({ stayId, personId, from, until, usedNights, plannedNights }) => (
        <li key={stayId} className="flex flex-wrap justify-between gap-x-4 py-1.5">
          <span className="font-semibold">{nameOf(personId)}</span>
          <span className="text-ink-faint sm:ms-auto">{shortDay(from)} – {usedNights > nightsBetween(from, until) ? `${todayWords.dueToday}, ${shortDay(today)}` : shortDay(until)}</span>
          <span className="text-ink-soft max-sm:w-full sm:w-52 sm:text-end">
            {[householdFile.nightsUsed(usedNights), plannedNights > 0 && words.clockPlanned(plannedNights)].filter(Boolean).join(", ")}
          </span>
        </li>
      ))}
      {clock.otherNights > 0 && (
        <li className="flex flex-wrap justify-between gap-x-4 py-1.5">
          <span className="font-semibold">{householdFile.otherNights}</span>
          <span className="text-ink-soft">{householdFile.nightsUsed(clock.otherNights)}</span>
        </li>
      )}
    </ul>
  );
}

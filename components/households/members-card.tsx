"use client";

import { ageOn } from "@/domain/day";
import type { Member } from "../http/api-types";
import { useToday } from "../session/me";
import { Card, CardHead } from "../ui/card";
import { classes } from "../ui/classes";
import { useLocale, useWords } from "../words/words-provider";
import { countryName } from "./countries";
import { permitState } from "./permit";

export function MembersCard({ members }: { members: Member[] }) {
  const words = useWords();
  const { households, codes } = words;
  const today = useToday();
  const locale = useLocale();

  return (
    <Card labelledBy="componenti">
      <CardHead id="componenti" title={households.members} />
      <ul>
        {members.map((member) => {
          const hasLeft = member.until !== null && member.until <= today;
          return (
            <li
              key={`${member.personId}-${member.from}`}
              className={classes("grid grid-cols-2 gap-x-4 gap-y-1 border-b border-line-soft px-4 py-3 last:border-b-0 sm:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)_minmax(0,1.4fr)] sm:px-5", hasLeft && "bg-sunken")}
            >
              <div>
                <p className="font-semibold">{member.givenName} {member.familyName}</p>
                <p className="text-sm text-ink-faint first-letter:uppercase">{codes.memberRole[member.role]}</p>
              </div>
              <div>
                <p>{households.age(ageOn(member.birthDate, today))}, {codes.gender[member.gender]}</p>
                <p className="text-sm text-ink-faint first-letter:uppercase">{households.bornOn(member.birthDate, member.gender)}</p>
              </div>
              <div className="max-sm:col-span-2">
                <p suppressHydrationWarning>{member.citizenship ? countryName(member.citizenship, locale, households.stateless) : households.notGiven}</p>
                <p className="text-sm text-ink-faint first-letter:uppercase">
                  {hasLeft && member.until ? households.memberLeft(member.until) : permitState(member, today, words).text}
                </p>
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

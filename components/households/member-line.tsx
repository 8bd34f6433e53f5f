"use client";

import { FileClock } from "lucide-react";
import type { ReactNode } from "react";
import { ageOn } from "@/domain/day";
import type { Member } from "../http/api-types";
import { useToday } from "../session/me";
import { Badge } from "../ui/badge";
import { useLocale, useWords } from "../words/words-provider";
import { countryName } from "./countries";
import { permitState } from "./permit";

const EVER_SINCE = "1900-01-01";

/** One member: who, how old, with which document, and since or until when. `children` are what can be done. */
export function MemberLine({ member, children }: { member: Member; children?: ReactNode }) {
  const words = useWords();
  const { households, householdFile, codes } = words;
  const today = useToday();
  const locale = useLocale();
  const permit = permitState(member, today, words);
  const hasLeft = member.until !== null && member.until <= today;
  const since = member.from > EVER_SINCE ? householdFile.memberSince(member.from) : null;

  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 border-b border-line-soft px-4 py-3 last:border-b-0 sm:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)_minmax(0,1.4fr)_auto] sm:px-5">
      <div>
        <p className="font-semibold">{member.givenName} {member.familyName}</p>
        <p className="text-sm text-ink-faint first-letter:uppercase">{[codes.memberRole[member.role], since].filter(Boolean).join(", ")}</p>
        {member.fiscalCode && <p className="text-sm text-ink-faint">{member.fiscalCode}</p>}
      </div>
      <div className="max-sm:order-3 max-sm:col-span-2">
        <p>{households.age(ageOn(member.birthDate, today))}, {codes.gender[member.gender]}</p>
        <p className="text-sm text-ink-faint first-letter:uppercase">{households.bornOn(member.birthDate, member.gender)}</p>
      </div>
      <div className="max-sm:order-4 max-sm:col-span-2">
        <p suppressHydrationWarning>{member.citizenship ? countryName(member.citizenship, locale, households.stateless) : households.notGiven}</p>
        {hasLeft && member.until ? (
          <p className="text-sm text-ink-faint first-letter:uppercase">{households.memberLeft(member.until)}</p>
        ) : permit.isUrgent ? (
          <Badge tone={permit.tone} icon={FileClock} isSentence>{permit.text}</Badge>
        ) : (
          <p className="text-sm text-ink-faint first-letter:uppercase">{permit.text}</p>
        )}
      </div>
      <div data-no-print className="flex items-start max-sm:order-2">{children}</div>
    </li>
  );
}

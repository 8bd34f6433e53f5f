"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { HouseholdLine, Member } from "../http/api-types";
import { useMunicipality } from "../session/me";
import { Alert } from "../ui/alert";
import { useDebounced } from "../ui/use-debounced";
import { useLocale, useWords } from "../words/words-provider";
import { householdQueries } from "./household-queries";
import type { MemberDraft } from "./member-draft";

const LONGEST_QUESTION = 100;

/** Says when somebody of the same name and birth date is registered already, and where. */
export function DuplicateWarning({ draft }: { draft: MemberDraft }) {
  const words = useWords().households;
  const locale = useLocale();
  const municipality = useMunicipality().code;
  const { givenName, familyName, birthDate } = useDebounced({ givenName: draft.givenName.trim(), familyName: draft.familyName.trim(), birthDate: draft.birthDate });
  const isWhole = givenName !== "" && familyName !== "" && birthDate !== null;
  const { data: lines } = useQuery({ ...householdQueries.suggestions({ municipality, q: `${givenName} ${familyName}`.slice(0, LONGEST_QUESTION) }), enabled: isWhole });
  if (!isWhole || !lines) return null;

  const same = (a: string, b: string) => a.localeCompare(b, locale, { sensitivity: "base" }) === 0;
  const isThis = (member: Member) => member.birthDate === birthDate && same(member.givenName, givenName) && same(member.familyName, familyName);
  const found = lines.flatMap((line: HouseholdLine) => line.members.filter(isThis).map((member) => ({ line, member })));
  if (found.length === 0) return null;

  return (
    <Alert tone="warning" title={words.duplicateTitle}>
      <ul>
        {found.map(({ line, member }) => (
          <li key={`${line.id}-${member.personId}`}>
            {words.duplicate(`${member.givenName} ${member.familyName}`, words.bornOn(member.birthDate, member.gender))}{" "}
            <Link href={`/nuclei/${line.id}`} className="font-semibold text-brand underline underline-offset-2">{words.duplicateLink(line.code)}</Link>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

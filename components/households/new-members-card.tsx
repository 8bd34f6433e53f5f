"use client";

import { Baby, Plus } from "lucide-react";
import type { MemberRole } from "@/domain/people";
import { inputErrors } from "../http/problem";
import { Button } from "../ui/button";
import { Card, CardHead } from "../ui/card";
import { useWords } from "../words/words-provider";
import { withMember, withoutMember } from "./member-draft";
import { NewMemberCard } from "./new-member-card";
import { withNewMember, type Registration } from "./registration";

type Props = { registration: Registration; onChange: (registration: Registration) => void; hasTried: boolean; error: unknown; onAdd: () => void };

export function NewMembersCard({ registration, onChange, hasTried, error, onAdd }: Props) {
  const { households: words, shell } = useWords();
  const { members } = registration;
  const errors = inputErrors(error, shell.notAccepted);

  function add(role: MemberRole) {
    onAdd();
    onChange(withNewMember(registration, role));
  }

  return (
    <Card labelledBy="componenti">
      <CardHead id="componenti" title={words.members} />
      {members.map((member, index) => (
        <NewMemberCard
          key={member.key}
          draft={member}
          position={index + 1}
          showsMissing={hasTried}
          errors={errorsUnder(errors, `members.${index}.`)}
          onChange={(changed) => onChange({ ...registration, members: withMember(members, changed) })}
          onRemove={members.length > 1 ? () => onChange({ ...registration, members: withoutMember(members, member.key) }) : null}
        />
      ))}
      <div className="flex flex-wrap gap-2 border-t border-line-soft px-4 py-3 sm:px-5">
        <Button size="small" onPress={() => add("child")}><Baby aria-hidden className="size-4" />{words.addChild}</Button>
        {!members.some(({ role }) => role === "partner") && <Button size="small" onPress={() => add("partner")}><Plus aria-hidden className="size-4" />{words.addPartner}</Button>}
        <Button size="small" onPress={() => add("other")}><Plus aria-hidden className="size-4" />{words.addMember}</Button>
      </div>
    </Card>
  );
}

function errorsUnder(errors: Record<string, string>, prefix: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).flatMap(([path, message]) => (path.startsWith(prefix) ? [[path.slice(prefix.length), message]] : [])),
  );
}

"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { Form } from "react-aria-components";
import { NEEDS } from "@/domain/people";
import { inputErrors } from "../http/problem";
import { ProblemAlert } from "../http/problem-alert";
import { useMunicipality } from "../session/me";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { ButtonLink } from "../ui/button-link";
import { Card, CardHead } from "../ui/card";
import { focusFirstInvalid } from "../ui/focus-first-invalid";
import { TextField } from "../ui/text-field";
import { useToast } from "../ui/toast";
import { ToggleChips } from "../ui/toggle-chips";
import { useWords } from "../words/words-provider";
import { householdMutations } from "./household-mutations";
import { emptyMember, memberBody, missingIn, withMember, withoutMember, type MemberDraft } from "./member-draft";
import { LanguageField } from "./language-field";
import { MemberFields } from "./member-fields";

export function NewHouseholdForm() {
  const { households: words, codes, shell } = useWords();
  const municipality = useMunicipality().code;
  const [members, setMembers] = useState<MemberDraft[]>(() => [emptyMember("head")]);
  const [contacts, setContacts] = useState({ name: "", phone: "" })
  const [language, setLanguage] = useState<string | null>(null);
  const [needs, setNeeds] = useState<string[]>([]);
  const [hasTried, setTried] = useState(false);
  const registering = useMutation(householdMutations.register(useQueryClient()));
  const router = useRouter();
  const toast = useToast();
  const errors = inputErrors(registering.error, shell.notAccepted);
  const isIncomplete = members.some((member) => missingIn(member).length > 0);

  function addMember() {
    setTried(false);
    setMembers([...members, emptyMember("child", members[0]?.familyName)]);
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (isIncomplete) return focusFirstInvalid(event.currentTarget);
    const given = Object.fromEntries(Object.entries(contacts).filter(([, text]) => text.trim() !== ""));
    registering.mutate(
      { municipality, ...given, ...(language && { language }), members: members.map(memberBody), needs },
      {
        onSuccess: ({ id, code }) => {
          toast(words.registered(code));
          router.push(`/nuclei/${id}`);
        },
      },
    );
  }

  return (
    <Form onSubmit={submit} validationBehavior="aria" className="max-w-5xl space-y-4">
      <Card labelledBy="componenti">
        <CardHead id="componenti" title={words.members} />
        {members.map((member, index) => (
          <MemberFields
            key={member.key}
            draft={member}
            position={index + 1}
            showsMissing={hasTried}
            errors={errorsUnder(errors, `members.${index}.`)}
            onChange={(changed) => setMembers(withMember(members, changed))}
            onRemove={members.length > 1 ? () => setMembers(withoutMember(members, member.key)) : null}
          />
        ))}
        <div className="border-t border-line-soft px-4 py-3 sm:px-5">
          <Button size="small" onPress={addMember}>
            <Plus aria-hidden className="size-4" />
            {words.addMember}
          </Button>
        </div>
      </Card>
      <Card labelledBy="contatti">
        <CardHead id="contatti" title={words.contacts} />
        <div className="grid gap-x-4 gap-y-3 px-4 py-4 sm:grid-cols-3 sm:px-5">
          <TextField label={words.householdName} hint={words.householdNameHint} value={contacts.name} onChange={(name) => setContacts({ ...contacts, name })} error={errors.name} />
          <TextField label={words.phone} type="tel" inputMode="tel" value={contacts.phone} onChange={(phone) => setContacts({ ...contacts, phone })} error={errors.phone} />
          <LanguageField value={language} onChange={setLanguage} error={errors.language} />
          <div className="sm:col-span-3">
            <ToggleChips label={words.needs} choices={NEEDS.map((id) => ({ id: id as string, text: codes.need[id] ?? id }))} value={needs} onChange={setNeeds} />
            <p className="mt-1 text-sm text-ink-faint">{words.healthNote}</p>
          </div>
        </div>
      </Card>
      {hasTried && isIncomplete && <Alert>{words.fillIn}</Alert>}
      {registering.error && <ProblemAlert error={registering.error} title={words.registerFailed} />}
      <div className="flex flex-col-reverse gap-2 sm:flex-row">
        <ButtonLink href="/nuclei">{shell.cancel}</ButtonLink>
        <Button type="submit" tone="primary" isPending={registering.isPending}>{words.register}</Button>
      </div>
    </Form>
  );
}

function errorsUnder(errors: Record<string, string>, prefix: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).flatMap(([path, message]) => (path.startsWith(prefix) ? [[path.slice(prefix.length), message]] : [])),
  );
}

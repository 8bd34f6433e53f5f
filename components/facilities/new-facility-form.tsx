"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { Form } from "react-aria-components";
import type { FacilityKind, GenderPolicy } from "@/domain/housing";
import { ASKED_FEATURES } from "../availability/availability-search";
import { inputErrors } from "../http/problem";
import { ProblemAlert } from "../http/problem-alert";
import { useMunicipality, useToday } from "../session/me";
import { Button } from "../ui/button";
import { ButtonLink } from "../ui/button-link";
import { Card } from "../ui/card";
import { Checkbox } from "../ui/checkbox";
import { choicesOf } from "../ui/choices";
import { DateField } from "../ui/date-field";
import { Select } from "../ui/select";
import { focusFirstInvalid } from "../ui/focus-first-invalid";
import { TextField } from "../ui/text-field";
import { useToast } from "../ui/toast";
import { ToggleChips } from "../ui/toggle-chips";
import { useWords } from "../words/words-provider";
import { facilityMutations } from "./facility-mutations";
import { facilityQueries } from "./facility-queries";

const OWN = "municipality";

export function NewFacilityForm() {
  const { facilities: words, codes, shell } = useWords();
  const municipality = useMunicipality().code;
  const [name, setName] = useState("");
  const [kind, setKind] = useState<FacilityKind | null>(null);
  const [address, setAddress] = useState("");
  const [isProtected, setProtected] = useState(false);
  const [genderPolicy, setGenderPolicy] = useState<GenderPolicy>("mixed");
  const [features, setFeatures] = useState<string[]>([]);
  const [opensOn, setOpensOn] = useState<string | null>(useToday());
  const [organisation, setOrganisation] = useState(OWN);
  const [hasTried, setTried] = useState(false);
  const { data: organisations = [] } = useQuery(facilityQueries.organisations(municipality));
  const creating = useMutation(facilityMutations.create(useQueryClient()));
  const router = useRouter();
  const toast = useToast();
  const errors = inputErrors(creating.error, shell.notAccepted);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (name.trim() === "" || !kind || !opensOn) return focusFirstInvalid(event.currentTarget);
    creating.mutate(
      {
        municipality, name: name.trim(), kind, genderPolicy, features, opensOn, addressProtected: isProtected,
        ...(address.trim() && { address: address.trim() }),
        ...(organisation !== OWN && { organisationId: organisation }),
      },
      {
        onSuccess: (facility) => {
          toast(words.created(facility.name));
          router.push(`/strutture/${facility.id}`);
        },
      },
    );
  }

  return (
    <Form onSubmit={submit} validationBehavior="aria" className="max-w-3xl space-y-4">
      <Card as="div" className="space-y-4 px-4 py-4 sm:px-5">
        <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
          <TextField label={words.name} value={name} onChange={setName} isRequired error={hasTried && name.trim() === "" ? words.missing : errors.name} />
          <Select label={words.kind} choices={choicesOf(codes.kind)} value={kind} onChange={setKind} isRequired error={hasTried && !kind ? words.missing : errors.kind} />
          <TextField label={words.address} value={address} onChange={setAddress} error={errors.address} autoComplete="off" />
          <Select
            label={words.organisation}
            choices={[{ id: OWN, text: words.ownManagement }, ...organisations.map(({ id, name: text }) => ({ id, text }))]}
            value={organisation}
            onChange={setOrganisation}
          />
          <Select label={words.genderPolicy} choices={choicesOf(codes.genderPolicy)} value={genderPolicy} onChange={setGenderPolicy} />
          <DateField label={words.opensOn} value={opensOn} onChange={setOpensOn} isRequired error={hasTried && !opensOn ? words.missing : errors.opensOn} />
        </div>
        <Checkbox label={words.addressProtected} isSelected={isProtected} onChange={setProtected} />
        <ToggleChips label={words.features} choices={ASKED_FEATURES.map((id) => ({ id: id as string, text: codes.feature[id] ?? id }))} value={features} onChange={setFeatures} />
      </Card>
      {creating.error && <ProblemAlert error={creating.error} title={words.createFailed} />}
      <div className="flex flex-col-reverse gap-2 sm:flex-row">
        <ButtonLink href="/strutture">{shell.cancel}</ButtonLink>
        <Button type="submit" tone="primary" isPending={creating.isPending}>{words.create}</Button>
      </div>
    </Form>
  );
}

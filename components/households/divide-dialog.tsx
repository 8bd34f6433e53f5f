"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Household, Member } from "../http/api-types";
import { StepDialog } from "../placements/step-dialog";
import { useToday } from "../session/me";
import { Alert } from "../ui/alert";
import { DateField } from "../ui/date-field";
import { Select } from "../ui/select";
import { TextField } from "../ui/text-field";
import { useToast } from "../ui/toast";
import { useWords } from "../words/words-provider";
import { householdMutations } from "./household-mutations";
import { householdQueries } from "./household-queries";
import { currentPlacement } from "./household-words";
import { PeopleField } from "./people-field";

type Props = { household: Household; members: Member[]; onClose: () => void };

const nameOf = ({ givenName, familyName }: Member) => `${givenName} ${familyName}`;

/** Some members become a household of their own, in the beds they have; then their file is shown. */
export function DivideDialog({ household, members, onClose }: Props) {
  const words = useWords().moves;
  const [date, setDate] = useState<string | null>(useToday());
  const [personIds, setPersonIds] = useState<string[]>([]);
  const [head, setHead] = useState<string | null>(null);
  const [name, setName] = useState("");
  const [hasTried, setTried] = useState(false);
  const dividing = useMutation(householdMutations.divide(useQueryClient()));
  const router = useRouter();
  const toast = useToast();
  const leaving = members.filter(({ personId }) => personIds.includes(personId));
  const headId = leaving.some(({ personId }) => personId === head) ? head : (leaving[0]?.personId ?? null);
  const whoIsWrong = leaving.length === 0 ? words.chooseWho : leaving.length === members.length ? words.somebodyStays : undefined;

  function submit() {
    setTried(true);
    if (date === null || whoIsWrong) return;
    const body = { date, personIds, headId, name: name.trim() || null };
    dividing.mutate({ id: household.id, version: household.version, body }, { onSuccess: (made) => { toast(words.divided(made.code)); onClose(); router.push(`/nuclei/${made.id}`); } });
  }

  return (
    <StepDialog
      title={words.divide} text={words.divideText} submitLabel={words.divideConfirm} refusedTitle={words.divideRefused}
      isPending={dividing.isPending} error={dividing.error} onSubmit={submit} onClose={onClose}
    >
      <PeopleField label={words.whoParts} people={members} value={personIds} onChange={setPersonIds} error={hasTried ? whoIsWrong : undefined} />
      {leaving.length > 1 && <Select<string> label={words.newHead} choices={leaving.map((member) => ({ id: member.personId, text: nameOf(member) }))} value={headId} onChange={setHead} />}
      <TextField label={words.newName} hint={words.newNameHint} maxLength={200} value={name} onChange={setName} />
      <DateField label={words.dividedOn} value={date} onChange={setDate} isRequired />
      {leaving.length > 0 && leaving.length < members.length && <BothClocks household={household} leaving={leaving} staying={members.filter((member) => !leaving.includes(member))} />}
    </StepDialog>
  );
}

/** Nobody gains nights by parting: what is used and the last day are the same for both. */
function BothClocks({ household, leaving, staying }: { household: Household; leaving: Member[]; staying: Member[] }) {
  const words = useWords().moves;
  const { data: clock } = useQuery(householdQueries.stayClock(household.id));
  const current = currentPlacement(household);
  if (!clock || !current) return null;

  const said = words.clockOf(clock.usedNights, clock.latestExit);
  const isPlaced = (side: Member[]) => side.some(({ personId }) => current.stays.some((stay) => stay.personId === personId));
  return (
    <Alert tone="info" isLive={false} title={words.bothClocks}>
      <dl>
        {([[words.stays, staying], [words.part, leaving]] as const).map(([term, side]) => (
          <div key={term}>
            <dt className="inline font-semibold">{term} ({words.people(side.map(nameOf))}): </dt>
            <dd className="inline">{isPlaced(side) ? said : words.notPlaced}</dd>
          </div>
        ))}
      </dl>
    </Alert>
  );
}

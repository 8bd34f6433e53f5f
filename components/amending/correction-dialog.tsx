"use client";

import { useState } from "react";
import { lastTimeOf } from "@/domain/correction";
import { nightsOver } from "@/domain/stay-rules";
import type { Placement, Stay } from "../http/api-types";
import { PeopleField } from "../households/people-field";
import { useCompany } from "../moves/use-company";
import { OverstayFields, type OverstayDraft, toldOverstay } from "../placements/overstay-fields";
import { placementMutations, type CorrectionBody } from "../placements/placement-mutations";
import { StepDialog } from "../placements/step-dialog";
import { useStep } from "../placements/use-step";
import { Alert } from "../ui/alert";
import { Checkbox } from "../ui/checkbox";
import { choicesOf } from "../ui/choices";
import { DateField } from "../ui/date-field";
import { Select } from "../ui/select";
import { TextField } from "../ui/text-field";
import { useWords } from "../words/words-provider";

type Props = { placement: Placement; onClose: () => void };

/** What is shown of the time that is put right: of the first of those chosen, since they came and left together as a rule. */
type Draft = { arrival: string | null; neverCame: boolean; transfer: string | null; exit: string | null; notLeft: boolean; reason: string | null; destination: string | null };

/** A record that was wrong: another day, another reason, or that it never happened. Only what is changed here is sent. */
export function CorrectionDialog({ placement, onClose }: Props) {
  const { amending: words, placements, codes } = useWords();
  const hasLeft = placement.status === "ended";
  const company = useCompany(placement, hasLeft ? "ended" : "in_house");
  const { people } = company;
  const [chosen, setChosen] = useState<string[] | null>(null);
  const who = chosen ?? people.map(({ personId }) => personId);
  const recorded = recordedOf(placement, who, hasLeft);
  const [edited, setEdited] = useState<Partial<Draft>>({});
  const draft: Draft = { ...recorded, neverCame: false, notLeft: false, ...edited };
  const [overstay, setOverstay] = useState<OverstayDraft>({ authorised: null, note: "" });
  const [note, setNote] = useState("");
  const [hasTried, setTried] = useState(false);
  const isWhole = who.length === people.length;
  const over = hasLeft && !draft.neverCame && !draft.notLeft && draft.exit !== null && draft.exit !== recorded.exit ? nightsOver(placement.latestExit, draft.exit) : 0;
  const changes = changesOf(draft, recorded, hasLeft);
  const step = useStep(placementMutations.correct, placement, () => words.corrected, onClose);
  const edit = (change: Partial<Draft>) => setEdited({ ...edited, ...change });

  function submit() {
    setTried(true);
    if (company.isMissing) return company.readAgain();
    const told = over > 0 ? toldOverstay(overstay) : null;
    if (!changes || note.trim() === "" || (!isWhole && who.length === 0) || told === "half") return;
    const departure = changes.departure && told ? { ...changes.departure, overstay: told } : changes.departure;
    step.take({ note: note.trim(), ...(!isWhole && { personIds: who }), ...changes, ...(departure !== undefined && { departure }) });
  }

  return (
    <StepDialog title={words.correctTitle} text={words.correctText} submitLabel={words.save} isPending={step.isPending || company.isReading} error={company.error ?? step.error} refusedTitle={words.refused} onSubmit={submit} onClose={onClose}>
      {hasTried && !changes && <Alert tone="warning">{words.nothing}</Alert>}
      {people.length > 1 && <PeopleField label={words.who} people={people} value={who} onChange={setChosen} error={hasTried && who.length === 0 ? words.chooseWho : undefined} />}
      {!draft.neverCame && <DateField label={words.arrivalDay} value={draft.arrival} onChange={(arrival) => edit({ arrival })} isRequired />}
      {recorded.transfer !== null && !draft.neverCame && <DateField label={words.transferDay} value={draft.transfer} onChange={(transfer) => edit({ transfer })} isRequired />}
      <Checkbox label={words.neverCame} isSelected={draft.neverCame} onChange={(neverCame) => edit({ neverCame })} />
      {hasLeft && !draft.neverCame && (
        <>
          {!draft.notLeft && (
            <>
              <DateField label={words.exitDay} value={draft.exit} onChange={(exit) => edit({ exit })} isRequired />
              <Select<string> label={placements.departReason} choices={choicesOf(codes.departureReason)} value={draft.reason} onChange={(reason) => edit({ reason })} />
              <Select<string> label={placements.destination} choices={choicesOf(codes.destination)} value={draft.destination} onChange={(destination) => edit({ destination })} />
            </>
          )}
          {over > 0 && <OverstayFields nights={over} value={overstay} onChange={setOverstay} hasTried={hasTried} />}
          <Checkbox label={words.notLeft} isSelected={draft.notLeft} onChange={(notLeft) => edit({ notLeft })} />
        </>
      )}
      <TextField label={words.note} lines={3} maxLength={2000} isRequired value={note} onChange={setNote} error={hasTried && note.trim() === "" ? words.noteNeeded : undefined} />
    </StepDialog>
  );
}

type Recorded = Pick<Draft, "arrival" | "transfer" | "exit" | "reason" | "destination">;

function recordedOf({ stays }: Placement, who: readonly string[], hasLeft: boolean): Recorded {
  const spent = stays.filter(({ status }) => status === (hasLeft ? "ended" : "in_house"));
  const times = [...who, spent[0]?.personId ?? ""].flatMap((personId) => lastTimeOf<Stay>(stays, personId) ?? []);
  const [time] = times;
  const moved = times.find(({ parts }) => parts.length > 1);
  return { arrival: time?.first.arrival ?? null, transfer: moved?.last.arrival ?? null, exit: time?.last.exit ?? null, reason: time?.last.departureReason ?? null, destination: time?.last.destination ?? null };
}

/** Null where everything is as recorded. */
function changesOf(draft: Draft, recorded: Recorded, hasLeft: boolean): Pick<CorrectionBody, "arrival" | "transfer" | "departure"> | null {
  if (draft.neverCame) return { arrival: null };
  const arrival = draft.arrival !== null && draft.arrival !== recorded.arrival ? { arrival: draft.arrival } : {};
  const transfer = draft.transfer !== null && draft.transfer !== recorded.transfer ? { transfer: { date: draft.transfer } } : {};
  const departure = hasLeft ? departureOf(draft, recorded) : undefined;
  const days = { ...arrival, ...transfer };
  return Object.keys(days).length === 0 && departure === undefined ? null : { ...days, ...(departure !== undefined && { departure }) };
}

function departureOf(draft: Draft, recorded: Recorded): CorrectionBody["departure"] {
  if (draft.notLeft) return null;
  const departure = {
    ...(draft.exit !== null && draft.exit !== recorded.exit && { date: draft.exit }),
    ...(draft.reason !== null && draft.reason !== recorded.reason && { reason: draft.reason }),
    ...(draft.destination !== null && draft.destination !== recorded.destination && { destination: draft.destination }),
  };
  return Object.keys(departure).length === 0 ? undefined : departure;
}

"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Form } from "react-aria-components";
import { addDays, nightsBetween, type Period } from "@/domain/day";
import type { ClosureReason } from "@/domain/housing";
import { shortBedName } from "../beds/bed-name";
import type { Facility } from "../http/api-types";
import { ProblemAlert } from "../http/problem-alert";
import { useStepDone } from "../placements/step-done";
import { useToday } from "../session/me";
import { Button } from "../ui/button";
import { choicesOf } from "../ui/choices";
import { DateField } from "../ui/date-field";
import { Dialog, DialogActions } from "../ui/dialog";
import { Select, type Choice } from "../ui/select";
import { TextField } from "../ui/text-field";
import { useToast } from "../ui/toast";
import { useWords } from "../words/words-provider";
import { facilityMutations, type ClosureTarget } from "./facility-mutations";
import { InTheWay } from "./in-the-way";

type Props = {
  facility: Facility;
  /** What is chosen when it opens, as in `panel.ts`, and which days; without them tonight. */
  startsWith: string;
  days?: Period;
  onClose: () => void;
};

export function ClosureDialog({ facility, startsWith, days, onClose }: Props) {
  const { facilities: words, codes, shell } = useWords();
  const today = useToday();
  const [what, setWhat] = useState(startsWith);
  const [from, setFrom] = useState<string | null>(days?.from ?? today);
  const [until, setUntil] = useState<string | null>(days?.until ?? addDays(today, 1));
  const [reason, setReason] = useState<ClosureReason | null>(null);
  const [note, setNote] = useState("");
  const [hasTried, setTried] = useState(false);
  const closing = useMutation(facilityMutations.close(useQueryClient()));
  const toast = useToast();
  const tell = useStepDone();
  const isBackwards = from !== null && until !== null && until <= from;

  const things: Choice[] = [
    { id: "facility", text: words.wholeFacility },
    ...facility.units.flatMap((unit) => [
      { id: `unit:${unit.id}`, text: words.wholeUnit(unit.name) },
      ...unit.beds.map((bed) => ({ id: `bed:${bed.id}`, text: words.oneBed(unit.name, shortBedName(bed.name)) })),
    ]),
  ];

  /** The same days, from when nobody is there. */
  function moveTo(day: string, start: string, end: string) {
    setFrom(day);
    setUntil(addDays(day, nightsBetween(start, end)));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!from || !until || !reason || isBackwards) return;
    closing.mutate(
      { ...targetOf(what, facility.id), from, until, reason, ...(note.trim() && { note: note.trim() }) },
      {
        onSuccess: (closure) => {
          if (tell) tell(words.closureAdded, { step: "close", closure });
          else toast(words.closureAdded);
          onClose();
        },
      },
    );
  }

  return (
    <Dialog title={words.addClosureTitle} closeLabel={shell.close} isOpen onClose={onClose}>
      <Form onSubmit={submit} validationBehavior="aria" className="space-y-4">
        {closing.error && <ProblemAlert error={closing.error} title={words.closureFailed} />}
        <Select label={words.closureWhat} choices={things} value={what} onChange={setWhat} />
        <div className="grid grid-cols-1 gap-x-4 gap-y-3 sm:grid-cols-2">
          <DateField label={words.closureFrom} value={from} onChange={setFrom} isRequired />
          <DateField label={words.closureUntil} value={until} onChange={setUntil} isRequired error={isBackwards ? words.datesWrong : undefined} />
        </div>
        {from && until && !isBackwards && <InTheWay asked={{ ...askedOf(what), facilityId: facility.id, from, until }} onUse={(day) => moveTo(day, from, until)} />}
        <Select
          label={words.reason}
          choices={choicesOf(codes.closureReason)}
          value={reason}
          onChange={setReason}
          isRequired
          error={hasTried && !reason ? words.chooseReason : undefined}
        />
        <TextField label={words.note} hint={words.noteHint} value={note} onChange={setNote} lines={2} />
        <DialogActions>
          <Button onPress={onClose}>{shell.cancel}</Button>
          <Button type="submit" tone="primary" isPending={closing.isPending}>{shell.save}</Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

function askedOf(what: string): { unitId?: string; bedId?: string } {
  const [kind, id] = what.split(":");
  return kind === "unit" ? { unitId: id } : kind === "bed" ? { bedId: id } : {};
}

function targetOf(what: string, facilityId: string): ClosureTarget {
  const [kind, id = ""] = what.split(":");
  if (kind === "unit") return { unitId: id };
  return kind === "bed" ? { bedId: id } : { facilityId };
}

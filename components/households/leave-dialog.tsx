"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Form } from "react-aria-components";
import type { Household, Member } from "../http/api-types";
import { ProblemAlert } from "../http/problem-alert";
import { useToday } from "../session/me";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { DateField } from "../ui/date-field";
import { Dialog, DialogActions } from "../ui/dialog";
import { useToast } from "../ui/toast";
import { useWords } from "../words/words-provider";
import { householdMutations } from "./household-mutations";

type Props = { household: Household; member: Member; onClose: () => void };

/** A member leaves on a day; what else follows from it is said before. */
export function LeaveDialog({ household, member, onClose }: Props) {
  const { householdFile: words, shell } = useWords();
  const [date, setDate] = useState<string | null>(useToday());
  const leaving = useMutation(householdMutations.leave(useQueryClient()));
  const toast = useToast();
  const name = `${member.givenName} ${member.familyName}`;
  const isPlaced = household.placements.some(({ stays }) => stays.some((stay) => stay.personId === member.personId && (stay.status === "in_house" || stay.status === "planned")));

  function submit(event: FormEvent) {
    event.preventDefault();
    if (date === null) return;
    leaving.mutate(
      { id: household.id, personId: member.personId, version: household.version, body: { date } },
      {
        onSuccess: () => {
          toast(words.memberGone(name));
          onClose();
        },
      },
    );
  }

  return (
    <Dialog title={words.leaveTitle(name)} closeLabel={shell.close} isOpen onClose={onClose}>
      <Form onSubmit={submit} validationBehavior="aria" className="space-y-4">
        {leaving.error && <ProblemAlert error={leaving.error} title={words.leaveFailed} />}
        <p className="text-ink-soft">{words.leaveText}</p>
        {isPlaced && <Alert tone="warning" isLive={false}>{words.leavePlaced}</Alert>}
        {member.role === "head" && <Alert tone="warning" isLive={false}>{words.leaveHead}</Alert>}
        <DateField label={words.leavesOn} value={date} onChange={setDate} isRequired />
        <DialogActions>
          <Button onPress={onClose}>{shell.cancel}</Button>
          <Button type="submit" tone="danger" isPending={leaving.isPending}>{words.leaveConfirm}</Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

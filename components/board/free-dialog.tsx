"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import type { Period } from "@/domain/day";
import { availabilityQueries } from "../availability/availability-queries";
import { facilityQueries } from "../facilities/facility-queries";
import { ProblemAlert } from "../http/problem-alert";
import { useMunicipality } from "../session/me";
import { Dialog } from "../ui/dialog";
import { useWords } from "../words/words-provider";
import type { BedRow } from "./board-rows";
import type { FreeStep } from "./drag/free-days";

const AssignDialog = dynamic(() => import("../placements/assign-dialog").then((file) => file.AssignDialog), { ssr: false });
const ClosureDialog = dynamic(() => import("../facilities/closure-dialog").then((file) => file.ClosureDialog), { ssr: false });

type StepProps = { row: BedRow; step: FreeStep; days: Period; onClose: () => void };

/** The dialog of a step with free days, the bed and the days filled in. */
export function FreeStepDialog({ step, ...props }: StepProps): ReactNode {
  return step === "assign" ? <Assigning {...props} /> : <Closing {...props} />;
}

type DaysProps = Omit<StepProps, "step">;

function Assigning({ row: { facility, unit, bed }, days, onClose }: DaysProps) {
  const municipality = useMunicipality().code;
  // What the dialog began with stays, also when the search behind it is asked anew.
  const { data, error } = useQuery({ ...availabilityQueries.ofFacility({ municipality, facilityId: facility.id, ...days }), refetchOnWindowFocus: false });
  const vacancy = data?.items.find(({ unitId }) => unitId === unit.id);
  if (error) return <Failed error={error} onClose={onClose} />;
  if (!vacancy) return null;
  // The bed that was pointed at is the first to be given.
  const freeBeds = vacancy.freeBeds.toSorted((a, b) => Number(b.id === bed.id) - Number(a.id === bed.id));
  return <AssignDialog vacancy={{ ...vacancy, freeBeds }} municipality={municipality} householdId={null} nights={days} onClose={onClose} />;
}

function Closing({ row: { facility, bed }, days, onClose }: DaysProps) {
  const { data, error } = useQuery(facilityQueries.page(facility.id));
  if (error) return <Failed error={error} onClose={onClose} />;
  return data ? <ClosureDialog facility={data} startsWith={`bed:${bed.id}`} days={days} onClose={onClose} /> : null;
}

function Failed({ error, onClose }: { error: unknown; onClose: () => void }) {
  const { shell, today } = useWords();
  return <Dialog title={today.stepFailed} closeLabel={shell.close} isOpen isDismissable onClose={onClose}><ProblemAlert error={error} /></Dialog>;
}

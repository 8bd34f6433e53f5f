"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { Form } from "react-aria-components";
import { nightsBetween } from "@/domain/day";
import { HouseholdPicker } from "../households/household-picker";
import { useHouseholdBrief } from "../households/use-household-brief";
import type { Vacancy } from "../http/api-types";
import { Button } from "../ui/button";
import { ButtonLink } from "../ui/button-link";
import { DateRangeField, type DayRange } from "../ui/date-range-field";
import { Dialog, DialogActions } from "../ui/dialog";
import { useToast } from "../ui/toast";
import { useWords } from "../words/words-provider";
import { BedsField } from "./beds-field";
import { FitNotice } from "./fit-notice";
import { placementMutations } from "./placement-mutations";
import { Refusal } from "./refusal";
import { useStepDone } from "./step-done";
import { useBeds } from "./use-beds";
import { withWarnings } from "./with-warnings";

type Props = {
  vacancy: Vacancy;
  municipality: string;
  householdId: string | null;
  /** Those asked for, or as many from the day the unit is free. */
  nights: DayRange;
  onClose: () => void;
};

/** Puts a household in a unit; a no is read here, with what was chosen still standing. A yes leads to the household's file, save where it is told on the spot. */
export function AssignDialog({ vacancy: asked, municipality, householdId: known, nights: askedFor, onClose }: Props) {
  const { placements: words, availability, households, shell } = useWords();
  const [householdId, setHouseholdId] = useState(known);
  const [nights, setNights] = useState(askedFor);
  const [vacancy, setVacancy] = useState(asked);
  const [hasTried, setTried] = useState(false);
  const household = useHouseholdBrief(householdId);
  const { members, beds, setBeds } = useBeds(vacancy, householdId, nights);
  const placing = useMutation(placementMutations.place(useQueryClient()));
  const router = useRouter();
  const toast = useToast();
  const tell = useStepDone();
  const count = nightsBetween(nights.from, nights.until);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (householdId === null) return;
    placing.mutate(
      { householdId, unitId: vacancy.unitId, arrival: nights.from, exit: nights.until, ...(beds && { beds }) },
      {
        onSuccess: (placement) => {
          const done = withWarnings(words.assigned(vacancy.unitName), placement, words.warnings);
          if (tell) {
            tell(done, { step: "place", placement });
            return onClose();
          }
          toast(done);
          router.push(`/nuclei/${householdId}`);
        },
      },
    );
  }

  return (
    <Dialog title={words.assignTitle(vacancy.unitName, vacancy.facilityName)} closeLabel={shell.close} isOpen onClose={onClose}>
      <Form onSubmit={submit} validationBehavior="aria" className="space-y-4">
        {placing.error && (
          <Refusal error={placing.error} title={words.assignRefused} arrival={nights.from} onUseLatestExit={(until) => setNights({ ...nights, until })} />
        )}
        {tell && householdId !== null && count > 0 && !placing.error && (
          <FitNotice vacancy={vacancy} municipality={municipality} householdId={householdId} nights={nights} onNights={setNights} onVacancy={setVacancy} />
        )}
        {householdId !== null ? (
          <div className="flex items-center gap-3 rounded-md bg-brand-soft px-4 py-3">
            <div className="min-w-0 flex-1">
              <p className="text-sm font-semibold text-ink-soft">{words.household}</p>
              <p className="font-semibold">{household ? household.name : shell.loading}</p>
              {household && <p className="text-sm text-ink-faint">{household.code} · {households.people(household.adults, household.minors)}</p>}
            </div>
            <Button size="small" tone="quiet" onPress={() => setHouseholdId(null)}>{words.changeHousehold}</Button>
          </div>
        ) : (
          <div className="space-y-2">
            <HouseholdPicker
              label={words.findHousehold}
              municipality={municipality}
              onChoose={({ id }) => setHouseholdId(id)}
              error={hasTried && householdId === null ? words.chooseHousehold : undefined}
            />
            <ButtonLink href="/nuclei/nuovo" size="small" tone="quiet">{availability.newHousehold}</ButtonLink>
          </div>
        )}
        <DateRangeField
          label={words.nights}
          value={nights}
          onChange={setNights}
          summary={count > 0 ? words.nightsCount(count) : undefined}
          hint={vacancy.latestExit && vacancy.fits !== false && nights.from === askedFor.from ? words.latestExit(vacancy.latestExit) : undefined}
          isRequired
        />
        {beds ? (
          <BedsField members={members} free={vacancy.freeBeds} value={beds} onChange={setBeds} />
        ) : (
          <p className="text-sm text-ink-faint">{words.bedsAutomatic}</p>
        )}
        <DialogActions>
          <Button onPress={onClose}>{shell.cancel}</Button>
          <Button type="submit" tone="primary" isPending={placing.isPending}>{words.confirm}</Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

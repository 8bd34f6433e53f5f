"use client";

import { parseAsInteger, useQueryState } from "nuqs";
import { useEffect, useRef } from "react";
import { useMunicipality, useToday } from "../session/me";
import { LoadingFrame } from "../shell/loading-page";
import { Button } from "../ui/button";
import { TableSkeleton } from "../ui/table-skeleton";
import { useHydrated } from "../ui/use-hydrated";
import { useWords } from "../words/words-provider";
import { facilityErrors } from "./facility-fields";
import { useWizardDraft } from "./use-wizard-draft";
import { faultOf, unitsOf } from "./wizard-draft";
import { WizardCheckStep } from "./wizard-check-step";
import { WizardFacilityStep } from "./wizard-facility-step";
import { WizardSteps } from "./wizard-steps";
import { WizardUnitsStep } from "./wizard-units-step";

/** A new facility in three steps; nothing is sent before the last, and then all at once. */
export function FacilityWizard() {
  const { shell } = useWords();
  // What the browser keeps is not known while the server writes the page.
  return useHydrated() ? <Steps /> : <LoadingFrame><TableSkeleton label={shell.loading} /></LoadingFrame>;
}

function Steps() {
  const { facilityWizard: words, facilities, facilityEdit } = useWords();
  const { draft, set, clear, forget } = useWizardDraft(useMunicipality().code, useToday());
  const [asked, setStep] = useQueryState("passo", parseAsInteger.withDefault(1).withOptions({ history: "push" }));
  const units = unitsOf(draft, facilities.cotName);
  const isFacilityTold = Object.keys(facilityErrors(draft.facility, { missing: facilities.missing, closesBeforeOpens: facilityEdit.closesBeforeOpens })).length === 0;
  const furthest = !isFacilityTold ? 1 : faultOf(units) ? 2 : 3;
  const step = Math.min(Math.max(1, asked), furthest);
  const go = (to: number) => void setStep(to);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);

  useEffect(() => {
    // Whoever goes on without a mouse begins at the top of the new step.
    if (shown.current !== step) heading.current?.focus();
    shown.current = step;
  }, [step]);

  const names = [words.step.facility, words.step.units, words.step.check];
  return (
    <div className="max-w-4xl">
      <WizardSteps names={names} step={step} furthest={furthest} onGo={go} />
      <h2 ref={heading} tabIndex={-1} className="sr-only">{words.stepOf(step, names[step - 1] ?? "")}</h2>
      {step === 1 && <WizardFacilityStep draft={draft} set={set} onNext={() => go(2)} />}
      {step === 2 && <WizardUnitsStep draft={draft} set={set} units={units} onBack={() => go(1)} onNext={() => go(3)} />}
      {step === 3 && <WizardCheckStep draft={draft} units={units} onGo={go} onDone={forget} />}
      <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-faint">
        <p>{words.kept}</p>
        <div className="max-sm:-mx-3"><Button size="small" tone="quiet" onPress={() => { clear(); go(1); }}>{words.discard}</Button></div>
      </div>
    </div>
  );
}

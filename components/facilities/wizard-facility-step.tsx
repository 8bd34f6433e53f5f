"use client";

import { useState, type FormEvent } from "react";
import { Form } from "react-aria-components";
import { Button } from "../ui/button";
import { ButtonLink } from "../ui/button-link";
import { Card } from "../ui/card";
import { focusFirstInvalid } from "../ui/focus-first-invalid";
import { useWords } from "../words/words-provider";
import { facilityErrors, FacilityFields } from "./facility-fields";
import type { WizardDraft } from "./wizard-draft";

type Props = { draft: WizardDraft; set: (some: Partial<WizardDraft>) => void; onNext: () => void };

export function WizardFacilityStep({ draft: { facility }, set, onNext }: Props) {
  const { facilities, facilityEdit, facilityWizard: words, shell } = useWords();
  const [hasTried, setTried] = useState(false);
  const errors = facilityErrors(facility, { missing: facilities.missing, closesBeforeOpens: facilityEdit.closesBeforeOpens });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (Object.keys(errors).length > 0) return focusFirstInvalid(event.currentTarget);
    onNext();
  }

  return (
    <Form onSubmit={submit} validationBehavior="aria" className="space-y-4">
      <Card as="div" className="px-4 py-4 sm:px-5">
        <FacilityFields fields={facility} set={(some) => set({ facility: { ...facility, ...some } })} errors={hasTried ? errors : {}} />
      </Card>
      <div className="flex flex-col-reverse gap-2 sm:flex-row">
        <ButtonLink href="/strutture">{shell.cancel}</ButtonLink>
        <Button type="submit" tone="primary">{words.next}</Button>
      </div>
    </Form>
  );
}

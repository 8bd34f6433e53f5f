"use client";

import { useEffect, useState } from "react";
import { emptyDraft, type WizardDraft } from "./wizard-draft";

const keyOf = (municipality: string) => `postoletto-new-facility-${municipality}`;

/** The draft as this tab of the browser keeps it, so that going back, signing in again or loading anew loses nothing. */
export function useWizardDraft(municipality: string, today: string) {
  const [draft, setDraft] = useState<WizardDraft>(() => keptDraft(municipality) ?? emptyDraft(today));

  useEffect(() => {
    sessionStorage.setItem(keyOf(municipality), JSON.stringify(draft));
  }, [draft, municipality]);

  return {
    draft,
    set: (some: Partial<WizardDraft>) => setDraft((before) => ({ ...before, ...some })),
    clear: () => setDraft(emptyDraft(today)),
    /** For good: the facility is made. */
    forget: () => sessionStorage.removeItem(keyOf(municipality)),
  };
}

function keptDraft(municipality: string): WizardDraft | null {
  if (typeof sessionStorage === "undefined") return null;
  const kept = sessionStorage.getItem(keyOf(municipality));
  return kept === null ? null : (JSON.parse(kept) as WizardDraft);
}

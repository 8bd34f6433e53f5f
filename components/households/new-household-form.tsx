"use client";

import { readDraft } from "../session/draft";
import { useMe } from "../session/me";
import { useHydrated } from "../ui/use-hydrated";
import { emptyRegistration, type Registration } from "./registration";
import { RegistrationForm } from "./registration-form";
import { DRAFT } from "./use-registration";

/** The form as it was left, where it was: what the browser kept is known only there, so the form begins anew once it runs. */
export function NewHouseholdForm() {
  const personId = useMe().id;
  const kept = useHydrated() ? readDraft<Registration>(DRAFT, personId) : null;
  return <RegistrationStart key={kept ? "kept" : "empty"} kept={kept} />;
}

function RegistrationStart({ kept }: { kept: Registration | null }) {
  return <RegistrationForm initial={kept ?? emptyRegistration()} isRestored={kept !== null} />;
}

"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { facilityQueries } from "../facilities/facility-queries";
import { householdQueries } from "../households/household-queries";
import { householdName } from "../households/household-words";
import { useKnown } from "../http/use-known";
import { useMe, useMunicipality } from "../session/me";
import { forgetRecent, keepRecent, recentKey } from "./recent-records";

/** Notes which records are opened, for the search to offer them again. It reads what the page has asked for and asks nothing itself. */
export function OpenedRecords() {
  const me = useMe().id;
  const key = recentKey(me, useMunicipality().code);
  const [, kind, id = ""] = usePathname().split("/");
  const household = useKnown(householdQueries.file(kind === "nuclei" ? id : "").queryKey);
  const facility = useKnown(facilityQueries.page(kind === "strutture" ? id : "").queryKey);

  useEffect(() => forgetRecent(me), [me]);
  useEffect(() => {
    if (household) keepRecent(key, { kind: "household", id: household.id, title: householdName(household), detail: household.code }, household.isProtected);
  }, [key, household]);
  useEffect(() => {
    if (facility) keepRecent(key, { kind: "facility", id: facility.id, title: facility.name, detail: null }, false);
  }, [key, facility]);

  return null;
}

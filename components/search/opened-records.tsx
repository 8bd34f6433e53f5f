"use client";

import { useQuery } from "@tanstack/react-query";
import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { facilityQueries } from "../facilities/facility-queries";
import { householdQueries } from "../households/household-queries";
import { householdName } from "../households/household-words";
import { useMe, useMunicipality } from "../session/me";
import { forgetRecent, keepRecent, recentKey } from "./recent-records";

/** Notes which records are opened, for the search to offer them again. It reads what the page has asked for and asks nothing itself. */
export function OpenedRecords() {
  const me = useMe().id;
  const key = recentKey(me, useMunicipality().code);
  const [, kind, id = ""] = usePathname().split("/");
  const { data: household } = useQuery({ ...householdQueries.file(kind === "nuclei" ? id : ""), enabled: false });
  const { data: facility } = useQuery({ ...facilityQueries.page(kind === "strutture" ? id : ""), enabled: false });

  useEffect(() => forgetRecent(me), [me]);
  useEffect(() => {
    if (household) keepRecent(key, { kind: "household", id: household.id, title: householdName(household), detail: household.code }, household.isProtected);
  }, [key, household]);
  useEffect(() => {
    if (facility) keepRecent(key, { kind: "facility", id: facility.id, title: facility.name, detail: null }, false);
  }, [key, facility]);

  return null;
}

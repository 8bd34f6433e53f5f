"use client";

import { useMay } from "../session/me";
import { NotForYou } from "../shell/not-for-you";
import { AdministratorToday } from "./administrator-today";
import { MunicipalToday } from "./municipal-today";
import { NetworkToday } from "./network-today";

/** What each role begins the day with; whoever holds several has them one under the other. */
export function TodayPage() {
  const [seesWork, reports, seesPlaces, administers] = [useMay("task.read"), useMay("report.read"), useMay("inventory.read"), useMay("audit.read")];
  if (!seesPlaces && !administers) return <NotForYou />;
  return (
    <>
      {seesWork && <MunicipalToday />}
      {!seesWork && reports && <NetworkToday />}
      {administers && <AdministratorToday isAlone={!seesPlaces} />}
    </>
  );
}

import "server-only";
import type { Db } from "@/db/client";
import { type FacilityRecord, findFacilities } from "@/db/facilities";
import { findMunicipalities } from "@/db/municipalities";
import { findUnits } from "@/db/units";
import { may, municipalitiesWith } from "@/domain/actor";
import type { Day } from "@/domain/day";
import { type DayNumbers, isOwnFacility, numbersOf } from "@/domain/day-work";
import { isOpenOn } from "@/domain/housing";
import { type Tonight, together } from "@/domain/tonight";
import { statesTonight } from "../facilities/tonight";
import { requireIn } from "../guard";
import { situationOf } from "../tasks/situation";
import { daysOf, tasksAmong } from "./work";

export type FacilityToday = { id: string; name: string; kind: FacilityRecord["kind"]; beds: Tonight; isOwn: boolean; daysUnconfirmed: number | null };

/** `mine` of requests: those that wait for this person's decision. */
type Counted = { all: number; mine: number };

export type Today = {
  day: Day;
  beds: Tonight;
  facilities: FacilityToday[];
  /** Null for whoever may not see the households. */
  people: (DayNumbers & { tasks: Counted; requests: Counted }) | null;
};

/** The numbers of a municipality's day, its own facilities first. */
export async function readToday(db: Db, municipality: string, today: Day): Promise<Today> {
  requireIn(db, "inventory.read", municipality);
  const [all, units] = await Promise.all([findFacilities(db, { municipality }), findUnits(db, { municipality })]);
  const states = await statesTonight(db, municipality, units, today);
  const facilities = all.filter((facility) => isOpenOn(facility, today)).map((facility) => ({
    id: facility.id, name: facility.name, kind: facility.kind, isOwn: isOwnFacility(db.actor, facility), daysUnconfirmed: daysOf(facility, today),
    beds: together(states.filter(({ unit }) => unit.facilityId === facility.id).map(({ tonight }) => tonight.sum)),
  }));
  const inOrder = facilities.sort((a, b) => Number(b.isOwn) - Number(a.isOwn) || a.name.localeCompare(b.name, "it"));
  const people = may(db.actor, "task.read", municipality) ? await peopleToday(db, municipality, all, today) : null;
  return { day: today, beds: together(states.map(({ tonight }) => tonight.sum)), facilities: inOrder, people };
}

async function peopleToday(db: Db, municipality: string, facilities: readonly FacilityRecord[], today: Day): Promise<Today["people"]> {
  const found = await situationOf(db, municipality, today);
  const tasks = await tasksAmong(db, municipality, { ...found, facilities }, today);
  const mine = tasks.filter(({ isMine }) => isMine);
  const requests = tasks.filter(({ kind }) => kind === "extension");
  return {
    ...numbersOf(found.placements, today), tasks: { all: tasks.length, mine: mine.length },
    requests: { all: requests.length, mine: requests.filter(({ isMine }) => isMine).length },
  };
}

export type NetworkLine = { municipality: string; name: string; beds: Tonight; facilities: number; confirmedToday: number };

/** The municipalities the actor reports on, side by side: places alone, nobody's stays. */
export async function readNetworkToday(db: Db, today: Day): Promise<NetworkLine[]> {
  const reached = municipalitiesWith(db.actor, "report.read");
  const lines: NetworkLine[] = [];
  for (const { code, name } of (await findMunicipalities(db)).filter((each) => reached.includes(each.code))) {
    const [facilities, units] = await Promise.all([findFacilities(db, { municipality: code }), findUnits(db, { municipality: code })]);
    const open = facilities.filter((facility) => isOpenOn(facility, today));
    const states = await statesTonight(db, code, units, today);
    lines.push({ municipality: code, name, beds: together(states.map(({ tonight }) => tonight.sum)), facilities: open.length, confirmedToday: open.filter((facility) => daysOf(facility, today) === 0).length });
  }
  return lines;
}

import { createLoader, parseAsArrayOf, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { addDays, isDay, type Day, type Period } from "@/domain/day";
import { FACILITY_KINDS, type FacilityKind } from "@/domain/housing";
import { ASKED_FEATURES, type AskedFeature } from "../availability/availability-search";
import type { OnlyBeds } from "./board-rows";

/** How many days are shown, how many of them lie before today at first, and how far a step goes. */
export const ZOOMS = {
  "2w": { days: 14, before: 2, step: 7 },
  "6w": { days: 42, before: 10, step: 21 },
  "6m": { days: 182, before: 28, step: 91 },
} as const;
export type Zoom = keyof typeof ZOOMS;
export const ZOOM_NAMES = ["2w", "6w", "6m"] as const satisfies readonly Zoom[];

const VIEWS = ["board", "table"] as const;
export type BoardView = (typeof VIEWS)[number];

/** The board as it stands in the address, so that a colleague sees the same. */
export const boardParsers = {
  zoom: parseAsStringLiteral(ZOOM_NAMES).withDefault("6w"),
  from: parseAsString,
  facilityId: parseAsString,
  kind: parseAsStringLiteral(FACILITY_KINDS),
  features: parseAsArrayOf(parseAsStringLiteral(ASKED_FEATURES)).withDefault([]),
  only: parseAsStringLiteral(["free", "overdue"] as const satisfies readonly OnlyBeds[]),
  view: parseAsStringLiteral(VIEWS).withDefault("board"),
};

export const loadBoardSearch = createLoader(boardParsers);

export type BoardSearch = { zoom: Zoom; from: string | null; facilityId: string | null; kind: FacilityKind | null; features: AskedFeature[]; only: OnlyBeds | null; view: BoardView };

/** The question that the service is asked. */
export type BoardQuestion = { municipality: string; from: Day; until: Day; facilityId: string | null; kind: FacilityKind | null; features: string };

/** Without a day of its own the window stands around today, and goes with it. */
export function windowOf({ zoom, from }: Pick<BoardSearch, "zoom" | "from">, today: Day): Period {
  const { days, before } = ZOOMS[zoom];
  const start = from !== null && isDay(from) && from < LAST_START ? from : addDays(today, -before);
  return { from: start, until: addDays(start, days) };
}

/** Calendars end (domain/day.ts): what is shown must lie before that. */
const LAST_START = "2199-01-01";

export function questionOf(search: BoardSearch, municipality: string, today: Day): BoardQuestion {
  return { municipality, ...windowOf(search, today), facilityId: search.facilityId, kind: search.kind, features: search.features.join(",") };
}

/** The first day after a step forwards (1) or back (-1). */
export function stepped(search: BoardSearch, today: Day, direction: 1 | -1): Day {
  return addDays(windowOf(search, today).from, ZOOMS[search.zoom].step * direction);
}

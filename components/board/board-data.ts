import type { BlockKind } from "@/domain/blocks";
import { addDays, type Day, type Period } from "@/domain/day";
import { type BedKind, type ClosureReason, type FacilityKind, type GenderPolicy, isOpenOn, type Letting } from "@/domain/housing";
import type { Placement } from "../http/api-types";

/** `opensOn`, `closesOn`: the bed's own, its unit's and its facility's together. */
export type BoardBed = { id: string; name: string; kind: BedKind; opensOn: Day | null; closesOn: Day | null };

export type BoardUnit = { id: string; name: string; flat: string | null; letting: Letting; genderPolicy: GenderPolicy; organisationId: string | null; beds: BoardBed[] };

export type BoardFacility = { id: string; name: string; kind: FacilityKind; units: BoardUnit[] };

/** Without a placement it only says that the bed is taken: by whom is not for this reader. `id`: the placement's, closure's or offer's, else the bed's. */
export type BoardBar = { bedId: string; kind: BlockKind; id: string; from: Day; until: Day; placementId: string | null };

export type BoardPlacement = Pick<Placement, "id" | "version" | "householdId" | "householdCode" | "status" | "arrival" | "exit" | "latestExit"> & { adults: number; minors: number; isOverdue: boolean };

export type BoardClosure = { id: string; reason: ClosureReason; from: Day; until: Day };

/** Field by field: the first of each are the first record together. */
export type Columns<T> = { [Name in keyof T]: T[Name][] };
type Numbered<T, Days extends keyof T> = { [Name in keyof T]: Name extends Days ? number | Extract<T[Name], null> : T[Name] };

/** As the service tells it: days are numbers after `from`, `bed` and `of` places in the lists of beds and of placements, closures or offers. Not whole: the first facilities only. */
export type Board = {
  today: Day; from: Day; until: Day; isWhole: boolean; facilities: BoardFacility[];
  bars: Columns<{ bed: number; kind: BlockKind; from: number; until: number; of: number | null }>;
  placements: Columns<Numbered<BoardPlacement, "arrival" | "exit" | "latestExit">>;
  closures: BoardClosure[]; offers: string[];
};

/** `Day`s of the window, and the one the states of the beds are told for: today where it is among them, else the first. */
export type KnownBoard = {
  today: Day;
  window: Period;
  stateDay: Day;
  facilities: BoardFacility[];
  /** In order of time. */
  barsOf: (bedId: string) => readonly BoardBar[];
  placementOf: (bar: BoardBar) => BoardPlacement | null;
  closureOf: (bar: BoardBar) => BoardClosure | null;
};

const NOTHING: readonly BoardBar[] = [];

/** The answer of the service, so that what lies on a bed is found without looking through all of it. */
export function knownBoard(board: Board): KnownBoard {
  const { today, from, until, facilities, closures } = board;
  const dayOf = dayNumbered(from);
  const placements = recordsOf(board.placements, ({ arrival, exit, latestExit, ...placement }): BoardPlacement => ({
    ...placement, arrival: dayOf(arrival), exit: dayOf(exit), latestExit: latestExit === null ? null : dayOf(latestExit),
  }));
  const byBed = barsByBed(board, placements, dayOf);
  const placementsById = new Map(placements.map((placement) => [placement.id, placement]));
  const closuresById = new Map(closures.map((closure) => [closure.id, closure]));
  return {
    today,
    window: { from, until },
    stateDay: today >= from && today < until ? today : from,
    facilities,
    barsOf: (bedId) => byBed.get(bedId) ?? NOTHING,
    placementOf: ({ placementId }) => (placementId === null ? null : placementsById.get(placementId) ?? null),
    closureOf: ({ kind, id }) => (kind === "closure" ? closuresById.get(id) ?? null : null),
  };
}

function barsByBed({ facilities, bars, closures, offers }: Board, placements: readonly BoardPlacement[], dayOf: (number: number) => Day): Map<string, BoardBar[]> {
  const beds = facilities.flatMap(({ units }) => units.flatMap((unit) => unit.beds.map(({ id }): [string, BoardBar[]] => [id, []])));
  recordsOf(bars, ({ bed, kind, from, until, of }) => {
    const [bedId, lying] = beds[bed] ?? [];
    if (bedId === undefined || lying === undefined) return;
    const isPlaced = kind !== "closure" && kind !== "offer";
    const id = of === null ? undefined : isPlaced ? placements[of]?.id : kind === "closure" ? closures[of]?.id : offers[of];
    lying.push({ bedId, kind, id: id ?? bedId, from: dayOf(from), until: dayOf(until), placementId: isPlaced ? id ?? null : null });
  });
  return new Map(beds);
}

/** Records out of their fields. */
function recordsOf<T extends object, R>(columns: Columns<T>, made: (record: T) => R): R[] {
  const names = Object.keys(columns) as (keyof T)[];
  const [first] = names;
  return Array.from({ length: first === undefined ? 0 : columns[first].length }, (_, index) => {
    const record: Partial<T> = {};
    for (const name of names) record[name] = columns[name][index];
    return made(record as T);
  });
}

/** The same few hundred days come again and again. */
function dayNumbered(first: Day): (number: number) => Day {
  const known = new Map<number, Day>();
  return (number) => {
    const found = known.get(number) ?? addDays(first, number);
    known.set(number, found);
    return found;
  };
}

/** What a bar is on the board. `taken`: somebody whom the reader may not know. */
export type BarLook = "present" | "planned" | "overdue" | "past" | "taken" | "spare" | "turnaround" | "closure" | "offer";

export function lookOf(bar: BoardBar, { today, placementOf }: Pick<KnownBoard, "today" | "placementOf">): BarLook {
  if (bar.kind !== "stay") return bar.kind;
  const placement = placementOf(bar);
  if (placement === null) return "taken";
  if (placement.status === "planned" || bar.from > today) return "planned";
  // Who leaves today is there until they have left; who went to another bed today is not here any more.
  if (placement.status !== "in_house" || bar.until < today || (bar.until === today && placement.exit !== today)) return "past";
  return placement.isOverdue && bar.until > today ? "overdue" : "present";
}

/** Whether somebody is in this bed whose planned exit is today: by then it counts as free, and yet it is not. */
export function awaitsDeparture(board: KnownBoard, bed: BoardBed): boolean {
  const { today } = board;
  return board.stateDay === today && board.barsOf(bed.id).some((bar) => {
    const placement = bar.kind === "stay" && bar.until === today ? board.placementOf(bar) : null;
    return placement?.status === "in_house" && placement.exit === today;
  });
}

/** Who or what is where, the first of it that holds on a day: closures may lie on turnaround, and everything else lies alone. */
const ORDER: BlockKind[] = ["stay", "spare", "offer", "closure", "turnaround"];

export type CellFacts =
  | { what: "bar"; look: BarLook; bar: BoardBar; placement: BoardPlacement | null; closure: BoardClosure | null }
  | { what: "not_open"; opensOn: Day | null }
  /** `until`: the first day on which it is not; null where that lies beyond what is shown. */
  | { what: "free"; until: Day | null };

/** What is on this bed on this day. */
export function factsAt(board: KnownBoard, bed: BoardBed, day: Day): CellFacts {
  const bars = board.barsOf(bed.id);
  const there = bars.filter(({ from, until }) => from <= day && day < until);
  const bar = ORDER.flatMap((kind) => there.find((each) => each.kind === kind) ?? [])[0];
  if (bar) return { what: "bar", look: lookOf(bar, board), bar, placement: board.placementOf(bar), closure: board.closureOf(bar) };
  if (!isOpenOn(bed, day)) return { what: "not_open", opensOn: bed.opensOn !== null && day < bed.opensOn ? bed.opensOn : null };
  const ends = [...bars.flatMap(({ from }) => (from > day ? [from] : [])), ...(bed.closesOn === null ? [] : [bed.closesOn])].sort();
  const [until = null] = ends;
  return { what: "free", until: until !== null && until <= board.window.until ? until : null };
}

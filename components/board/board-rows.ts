import { factsAt, type BoardBed, type BoardFacility, type BoardUnit, type KnownBoard } from "./board-data";

export type BedRow = { kind: "bed"; key: string; facility: BoardFacility; unit: BoardUnit; bed: BoardBed };

/** `free` of `beds` on the day the board tells states for; beds that are not open are not counted. */
type Counts = { free: number; beds: number };

export type FacilityRow = Counts & { kind: "facility"; key: string; facility: BoardFacility; isOpen: boolean };
export type UnitRow = Counts & { kind: "unit"; key: string; facility: BoardFacility; unit: BoardUnit; isOpen: boolean };
export type BoardRow = FacilityRow | UnitRow | BedRow;

export type OnlyBeds = "free" | "overdue";

type Shown = { only: OnlyBeds | null; collapsed: ReadonlySet<string> };

/** The lines of the board from top to bottom: facilities, their units, and their beds; those that a filter leaves nothing of are not there. */
export function rowsOf(board: KnownBoard, { only, collapsed }: Shown): BoardRow[] {
  return board.facilities.flatMap((facility) => {
    const units = facility.units.flatMap((unit) => {
      const beds = unit.beds.filter((bed) => only === null || isShown(board, bed, only));
      return beds.length > 0 ? [{ unit, beds, counts: countsOf(board, unit.beds) }] : [];
    });
    if (units.length === 0) return [];
    const isOpen = !collapsed.has(facility.id);
    const free = units.reduce((sum, { counts }) => sum + counts.free, 0);
    const beds = units.reduce((sum, { counts }) => sum + counts.beds, 0);
    const line: FacilityRow = { kind: "facility", key: facility.id, facility, isOpen, free, beds };
    return isOpen ? [line, ...units.flatMap(({ unit, beds: shown, counts }) => unitLines(facility, unit, shown, counts, !collapsed.has(unit.id)))] : [line];
  });
}

function unitLines(facility: BoardFacility, unit: BoardUnit, beds: BoardBed[], counts: Counts, isOpen: boolean): BoardRow[] {
  const line: UnitRow = { kind: "unit", key: unit.id, facility, unit, isOpen, ...counts };
  return isOpen ? [line, ...beds.map((bed): BedRow => ({ kind: "bed", key: bed.id, facility, unit, bed }))] : [line];
}

/** The beds of the lines, whether their groups are open or not. */
export function bedsOf(board: KnownBoard, only: OnlyBeds | null): BedRow[] {
  return rowsOf(board, { only, collapsed: new Set() }).filter((row) => row.kind === "bed");
}

function countsOf(board: KnownBoard, beds: BoardBed[]): Counts {
  const states = beds.map((bed) => factsAt(board, bed, board.stateDay).what);
  return { free: states.filter((state) => state === "free").length, beds: states.filter((state) => state !== "not_open").length };
}

function isShown(board: KnownBoard, bed: BoardBed, only: OnlyBeds): boolean {
  const facts = factsAt(board, bed, board.stateDay);
  return only === "free" ? facts.what === "free" : facts.what === "bar" && facts.look === "overdue";
}

type View = { top: number; height: number; rowHeight: number; count: number };

/** Drawn above and below what is seen, so that a quick scroll does not meet nothing. */
const BESIDE = 8;

/** Lines come and go by so many, so that a slow scroll draws nothing most of the time. */
const BLOCK = 4;

/** The lines to draw, `last` not among them: those that are seen, and some more. `top`: how far the first line lies above the upper edge. */
export function linesInView({ top, height, rowHeight, count }: View): { first: number; last: number } {
  if (rowHeight <= 0) return { first: 0, last: count };
  const first = Math.min(count, Math.max(0, Math.floor((top / rowHeight - BESIDE) / BLOCK) * BLOCK));
  const last = Math.ceil(((top + height) / rowHeight + BESIDE) / BLOCK) * BLOCK;
  return { first, last: Math.max(first, Math.min(count, last)) };
}

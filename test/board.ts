import { type Board, type BoardBar, type BoardBed, type BoardClosure, type BoardPlacement, type BoardUnit, type KnownBoard, knownBoard } from "@/components/board/board-data";
import { type Day, nightsBetween } from "@/domain/day";
import { inColumns } from "./columns";

/** What a board is made of in tests; fields that matter are said. */
export const boardParts = {
  bed: (id: string, fields: Partial<BoardBed> = {}): BoardBed => ({ id, name: id, kind: "single", opensOn: null, closesOn: null, ...fields }),
  bar: (bedId: string, kind: BoardBar["kind"], from: Day, until: Day, fields: Partial<BoardBar> = {}): BoardBar => ({ bedId, kind, id: `${bedId}-${from}`, from, until, placementId: null, ...fields }),
  placement: (id: string, fields: Partial<BoardPlacement> = {}): BoardPlacement => ({
    id, version: 1, householdId: `h-${id}`, householdCode: "N-0142", status: "in_house", arrival: "2027-01-03", exit: "2027-04-02", latestExit: "2027-07-03", adults: 1, minors: 0, isOverdue: false, ...fields,
  }),
  unit: (id: string, beds: BoardBed[], fields: Partial<BoardUnit> = {}): BoardUnit => ({ id, name: id, flat: null, letting: "by_bed", genderPolicy: "mixed", organisationId: null, beds, ...fields }),
};

/** Its units, or the beds of one. */
export type BoardParts = { today: Day; units?: BoardUnit[]; beds?: BoardBed[]; bars?: BoardBar[]; placements?: BoardPlacement[]; closures?: BoardClosure[]; from?: Day; until?: Day };

/** A board of one facility, as the screen knows it once the service has told it. */
export function boardWith({ today, beds: only = [boardParts.bed("b1")], units = [boardParts.unit("u1", only, { name: "U1" })], bars = [], placements = [], closures = [], from = "2027-02-01", until = "2027-03-15" }: BoardParts): KnownBoard {
  const beds = units.flatMap((unit) => unit.beds);
  const at = (day: Day) => nightsBetween(from, day);
  const placeOf = ({ kind, id, placementId }: BoardBar) => (kind === "closure" ? closures.findIndex((closure) => closure.id === id) : placements.findIndex((each) => each.id === placementId));
  const told: Board = {
    today, from, until, isWhole: true, facilities: [{ id: "f1", name: "Casa Rossi", kind: "cohousing", units }], closures, offers: [],
    bars: inColumns(bars.map((bar) => ({ bed: beds.findIndex(({ id }) => id === bar.bedId), kind: bar.kind, from: at(bar.from), until: at(bar.until), of: placeOf(bar) < 0 ? null : placeOf(bar) })), ["bed", "kind", "from", "until", "of"]),
    placements: inColumns(
      placements.map((each) => ({ ...each, arrival: at(each.arrival), exit: at(each.exit), latestExit: each.latestExit === null ? null : at(each.latestExit) })),
      ["id", "version", "householdId", "householdCode", "status", "arrival", "exit", "latestExit", "adults", "minors", "isOverdue"],
    ),
  };
  return knownBoard(told);
}

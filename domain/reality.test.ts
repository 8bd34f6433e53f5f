import { expect, test } from "vitest";
import type { Block } from "./blocks";
import { addDays } from "./day";
import { makeRoom, type Standing } from "./reality";

const day = (offset: number) => addDays("2027-03-01", offset);
const period = (from: number, until: number) => ({ from: day(from), until: day(until) });
const own = (kind: Block["kind"], from: number, until: number, bedId = "a"): Block => ({ bedId, kind, recordId: "own", placementId: "own", ...period(from, until) });
const other = (kind: Block["kind"], from: number, until: number, fields: Partial<Standing> = {}): Standing => ({
  id: `${kind} ${from}`, bedId: "a", kind, placementId: "other", stayId: null, closureId: null, offerId: null, isReal: false, ...period(from, until), ...fields,
});
const spent = [own("stay", 0, 10), own("turnaround", 10, 13)];
const ids = (rows: Standing[]) => rows.map(({ id }) => id);

test.each<[string, Standing, Partial<Record<"inTheWay" | "displaced" | "withdrawnOffers", string[]>>]>([
  ["nights really spent refuse it", other("stay", 8, 12, { isReal: true }), { inTheWay: ["stay 8"] }],
  ["a plan loses its bed", other("stay", 8, 12), { displaced: ["stay 8"] }],
  ["a plan from the exit day on keeps it", other("stay", 10, 12), {}],
  ["an offer is withdrawn", other("offer", 9, 12), { withdrawnOffers: ["offer 9"] }],
  ["an offer from the exit day on stands", other("offer", 10, 12), {}],
  ["a plan in another bed keeps it", other("stay", 8, 12, { bedId: "b" }), {}],
])("%s", (_case, row, expected) => {
  const room = makeRoom(spent, [row], false);
  expect({ inTheWay: ids(room.inTheWay), displaced: ids(room.displaced), withdrawnOffers: ids(room.withdrawnOffers) }).toEqual({ inTheWay: [], displaced: [], withdrawnOffers: [], ...expected });
});

test.each<[string, Standing, ReturnType<typeof period>[] | null]>([
  ["turnaround before keeps its beginning", other("turnaround", -2, 1), [period(-2, 0)]],
  ["turnaround does not go on afterwards", other("turnaround", -2, 12), [period(-2, 0)]],
  ["turnaround within is gone", other("turnaround", 2, 4), []],
  ["a closure keeps both sides", other("closure", -2, 12), [period(-2, 0), period(10, 12)]],
  ["a closure over the new turnaround stands", other("closure", 11, 14), null],
])("%s", (_case, row, parts) => {
  expect(makeRoom(spent, [row], false).trimmed).toEqual(parts === null ? [] : [{ row, parts }]);
});

test.each([
  ["a plan right after leaves none", other("stay", 10, 14), []],
  ["a plan a day later leaves a day", other("stay", 11, 14), [own("turnaround", 10, 11)]],
  ["other turnaround cuts it too", other("turnaround", 12, 15), [own("turnaround", 10, 12)]],
  ["a closure does not", other("closure", 11, 14), [own("turnaround", 10, 13)]],
])("the new turnaround yields: %s", (_case, row, tail) => {
  expect(makeRoom(spent, [row], false).blocks).toEqual([own("stay", 0, 10), ...tail]);
});

test("in a unit let whole plans yield in every bed, closures only where somebody slept", () => {
  const inOtherBed = [other("stay", 8, 12, { bedId: "b" }), other("closure", 3, 5, { bedId: "b" })];
  const room = makeRoom(spent, inOtherBed, true);
  expect([ids(room.displaced), room.trimmed]).toEqual([["stay 8"], []]);
  const spare = makeRoom([...spent, { ...own("spare", 0, 10), bedId: "b" }], [other("closure", 3, 5, { bedId: "b" })], true);
  expect(spare.trimmed).toEqual([]);
  expect(spare.blocks.filter(({ bedId }) => bedId === "b")).toEqual([{ ...own("spare", 0, 3), bedId: "b" }, { ...own("spare", 5, 10), bedId: "b" }]);
});

import { expect, test } from "vitest";
import { en } from "./en";
import { refusals as englishRefusals } from "./en/refusals";
import { it } from "./it";
import { refusals } from "./it/refusals";

const openings = [{ needed: 1, open: 0 }, { needed: 2, open: 1 }, { needed: 3, open: 2 }];

test("one bed is not many in what a search says is in the way", () => {
  expect(openings.map((facts) => refusals.checks.opening(facts, false))).toEqual([
    "Nessun letto è aperto per tutto il periodo, ne serve 1.",
    "Solo 1 letto è aperto per tutto il periodo, ne servono 2.",
    "Solo 2 letti sono aperti per tutto il periodo, ne servono 3.",
  ]);
  expect(openings.map((facts) => englishRefusals.checks.opening(facts, false))).toEqual([
    "No bed open for the whole period, 1 needed.",
    "Only 1 bed open for the whole period, 2 needed.",
    "Only 2 beds open for the whole period, 3 needed.",
  ]);
  const free = (count: number, needed: number) => refusals.checks.free_beds({ needed, free: count, freeAgainOn: null, freeUntil: null }, false);
  expect([free(0, 1), free(1, 2), free(2, 3)]).toEqual(["Nessun letto libero, ne serve 1.", "1 posto letto libero, ne servono 2.", "2 posti letto liberi, ne servono 3."]);
});

test("the first night of a stay is one night", () => {
  expect([it.board.card.clock(1, 181, 180), it.board.card.clock(2, 181, 179)]).toEqual(["1 notte su 181, 180 al limite", "2 notti su 181, 179 al limite"]);
  expect(en.board.card.clock(1, 181, 180)).toBe("1 of 181 nights, 180 to the limit");
});

import { expect, test } from "vitest";
import { boardParts, boardWith } from "@/test/board";
import { plainPicture } from "./plain-picture";

const { bar, placement } = boardParts;
const board = boardWith({ today: "2027-02-10", from: "2027-02-01", until: "2027-02-11", placements: [placement("p1", { status: "in_house" })] });

test("what lies on a bed is drawn from its first day to its last, in its colour", () => {
  const stay = bar("b1", "stay", "2027-01-03", "2027-02-05", { placementId: "p1" });
  const turnaround = bar("b1", "turnaround", "2027-02-05", "2027-02-06");
  expect(plainPicture(board, [stay, turnaround])?.backgroundImage).toBe(
    "linear-gradient(to right, transparent 0%, var(--muted) 0% calc(40% - 1px), transparent calc(40% - 1px), transparent 40%, var(--brand-soft) 40% calc(50% - 1px), transparent calc(50% - 1px))",
  );
});

test("where nothing lies on the days shown, nothing is drawn", () => {
  expect(plainPicture(board, [])).toBeUndefined();
  expect(plainPicture(board, [bar("b1", "stay", "2027-03-03", "2027-04-05")])).toBeUndefined();
});

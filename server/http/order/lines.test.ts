import { expect, test } from "vitest";
import { ORDER } from "@/domain/refusals";
import { refusals as italian } from "@/messages/it/refusals";
import { MAY_REFUSE } from "@/test/refusals";
import "../app";
import { operations } from "../operation";
import { refusedProblem } from "../problem";
import { publicOperations } from "../public-operation";

const lines = Object.values(MAY_REFUSE).flatMap((group) => Object.entries<readonly string[]>(group));
const writes = [...operations, ...publicOperations].filter(({ method }) => method !== "get").map(({ method, path }) => `${method} ${path}`);

test("every write has its line, which says what it may refuse and where that is shown", () => {
  expect(writes.length).toBeGreaterThan(30);
  expect(lines.map(([name]) => name).filter((name) => name.includes("/")).toSorted()).toEqual(writes.toSorted());
});

test("every refusal is somebody's, stands in the order once, and has its words", () => {
  expect(new Set(ORDER).size).toBe(ORDER.length);
  expect([...new Set(lines.flatMap(([, codes]) => codes))].toSorted()).toEqual([...ORDER].toSorted());
  expect(Object.keys(italian.refusals).toSorted()).toEqual([...ORDER].toSorted());
});

test("the state comes before the rules, and the conflicts after them", () => {
  const facts = { arrival: "2027-03-10", exit: "2027-03-10", date: "2027-03-10", today: "2027-03-10", from: "2027-03-10", until: "2027-03-10", on: "2027-03-10", latestExit: "2027-03-10", lastBlockedDay: "2027-03-10" };
  const statuses = ORDER.map((code) => refusedProblem([{ ...facts, code, checks: [], missing: [], personIds: [], blockedBy: [] } as never], "it").status);
  expect(statuses.join(" ")).toMatch(/^409( 422)+( 409)+$/);
  expect(ORDER[0]).toBe("wrong_state");
});

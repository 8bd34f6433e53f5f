import { expect, test } from "vitest";
import type { Grant, Role } from "./actor";
import { administersNetwork, grantChanges } from "./grants";

const grant = (role: Role, municipality: string | null = "G478", organisationId: string | null = null): Grant => ({ role, municipality, organisationId });
const [operator, theirs, worker] = [grant("operator"), grant("operator", "G478", "an organisation"), grant("social_worker")];

test.each<[string, Grant[], Grant[], Grant[], Grant[]]>([
  ["nothing", [operator], [operator], [], []],
  ["another order", [operator, worker], [worker, operator], [], []],
  ["the same twice", [operator], [operator, operator], [], []],
  ["a new role twice", [operator], [operator, worker, worker], [worker], []],
  ["one for the other", [operator], [worker], [worker], [operator]],
  ["the same role for another organisation", [operator], [theirs], [theirs], [operator]],
  ["the same role in another municipality", [operator], [grant("operator", "L219")], [grant("operator", "L219")], [operator]],
])("%s is asked", (_case, before, after, added, removed) => {
  expect(grantChanges(before, after)).toEqual({ added, removed });
});

test("the network is administered by those who administer no municipality in particular", () => {
  expect([grant("administrator", null), grant("administrator"), grant("coordinator", null)].map(administersNetwork)).toEqual([true, false, false]);
});

import { expect, test } from "vitest";
import type { Actor, Grant, Role } from "./actor";
import { type Change, liveEventFor } from "./live";

const PERUGIA = "G478";
const TORINO = "L219";
const ours = "11111111-1111-7111-8111-111111111111";
const actor = (role: Role, municipality: string | null = PERUGIA, organisationId: string | null = null): Actor =>
  ({ kind: "user", id: "u", name: "Maria Rossi", grants: [{ role, municipality, organisationId } satisfies Grant], network: [PERUGIA, TORINO] });
const change = (fields: Partial<Change> = {}): Change => ({ municipality: PERUGIA, action: "placement.planned", id: "p1", hiddenFor: null, ...fields });

test.each<[string, Actor, Change, string | null]>([
  ["an operator is told of a placement", actor("operator"), change(), "places people tasks p1"],
  ["a coordinator only that places changed", actor("coordinator", null), change(), "places -"],
  ["an administrator nothing", actor("administrator"), change(), null],
  ["nobody of another municipality anything", actor("manager", TORINO), change(), null],
  ["a bed is told to whoever sees places", actor("coordinator", null), change({ action: "bed.changed", id: "b1" }), "places b1"],
  ["a household is told to whoever may read households", actor("social_worker"), change({ action: "household.changed", id: "h1" }), "people tasks h1"],
  ["to a coordinator it is nothing", actor("coordinator", null), change({ action: "household.changed", id: "h1" }), null],
  ["a hidden placement is to others one of places", actor("operator"), change({ hiddenFor: { organisationId: ours } }), "places -"],
  ["its own organisation is told which", actor("operator", PERUGIA, ours), change({ hiddenFor: { organisationId: ours } }), "places people tasks p1"],
  ["and the manager", actor("manager"), change({ hiddenFor: { organisationId: ours } }), "places people tasks p1"],
  ["one of the municipality itself is the municipality's", actor("operator", PERUGIA, ours), change({ hiddenFor: { organisationId: null } }), "places -"],
  ["a hidden household is told to nobody else", actor("social_worker"), change({ action: "household.changed", hiddenFor: { organisationId: ours } }), null],
  ["tasks", actor("social_worker"), change({ action: "task.kept", id: null }), "tasks -"],
  ["what concerns the whole network alone", actor("manager"), change({ municipality: null, action: "user.created" }), null],
  ["accounts", actor("manager"), change({ action: "user.created" }), null],
])("%s", (_case, who, what, told) => {
  const event = liveEventFor(who, what);
  expect(event && `${event.topics.join(" ")} ${event.id ?? "-"}`).toBe(told);
});

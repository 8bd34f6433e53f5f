import { type Actor, findsProtected, may, type Permission } from "./actor";
import type { AuditAction } from "./audit";

/** What on a screen a change may have made old. */
export const LIVE_TOPICS = ["places", "people", "tasks"] as const;
export type LiveTopic = (typeof LIVE_TOPICS)[number];

/**
 * Something that was written. `id`: of the placement, household or place; null where the change is not about one of them, or about one
 * that whoever changed it does not find. `hiddenFor`: the organisation that alone finds it (null in there: the municipality itself).
 */
export type Change = { municipality: string | null; action: AuditAction | "task.kept"; id: string | null; hiddenFor: { organisationId: string | null } | null };

/** What is told of a change: never more than which record, and to whom may find it. */
export type LiveEvent = { topics: LiveTopic[]; municipality: string | null; id: string | null };

type RecordKind<A> = A extends `${infer Kind}.${string}` ? Kind : never;

const TOPICS_OF: Record<RecordKind<Change["action"]>, readonly LiveTopic[]> = {
  placement: ["places", "people", "tasks"], extension: ["places", "people", "tasks"], import: ["places", "people", "tasks"],
  facility: ["places", "tasks"], unit: ["places"], bed: ["places"], closure: ["places"], stay_rule: ["places"],
  household: ["people", "tasks"], case: ["people"], referral: ["people"], task: ["tasks"],
  // What they change stands on no screen that is kept open.
  organisation: [], programme: [], setting: [], user: [], token: [], session: [], calendar: [],
  // Readings are never told.
  households: [], placements: [], export: [],
};

const NEEDED: Record<LiveTopic, Permission> = { places: "inventory.read", people: "household.read", tasks: "task.read" };

/** What somebody is told of a change; null: nothing of theirs. A hidden household's change is, to others, one of places only. */
export function liveEventFor(actor: Actor, { municipality, action, id, hiddenFor }: Change): LiveEvent | null {
  if (municipality === null) return null;
  const isHidden = hiddenFor !== null && !findsProtected(actor, municipality, hiddenFor.organisationId);
  const topics = TOPICS_OF[kindOf(action)].filter((topic) => may(actor, NEEDED[topic], municipality) && (topic === "places" || !isHidden));
  if (topics.length === 0) return null;
  const isAboutPeople = TOPICS_OF[kindOf(action)].includes("people");
  return { topics, municipality, id: isAboutPeople && !topics.includes("people") ? null : id };
}

function kindOf(action: Change["action"]): RecordKind<Change["action"]> {
  return action.slice(0, action.indexOf(".")) as RecordKind<Change["action"]>;
}

/** Told when nobody knows what was missed: everything may be old. */
export const EVERYTHING: LiveEvent = { topics: [...LIVE_TOPICS], municipality: null, id: null };

import { expect } from "vitest";
import { ORDER, type Refusal } from "@/domain/refusals";
import type { Answered, Caller } from "./api";

type Line = readonly Refusal["code"][];
const NONE: Line = [];

/** Which refusals every write may give, by the file that shows each of them and their order. A new operation needs its line here. */
export const MAY_REFUSE = {
  inventory: {
    "post /facilities": NONE,
    "patch /facilities/{id}": ["bed_in_use"],
    "post /facilities/{id}/confirmation": NONE,
    "post /facilities/{id}/units": NONE,
    "patch /units/{id}": ["bed_in_use"],
    "post /units/{id}/beds": ["name_taken"],
    "post /units/{id}/beds/bulk": ["name_taken"],
    "patch /beds/{id}": ["name_taken", "bed_in_use"],
    "post /closures": ["bed_taken"],
    "delete /closures/{id}": ["wrong_state"],
  },
  network: {
    "post /organisations": ["name_taken"],
    "patch /organisations/{id}": ["name_taken"],
    "patch /programmes/{id}": ["name_taken"],
    "post /stay-rules/impact": NONE,
    "post /programmes": ["name_taken"],
    "post /stay-rules": NONE,
    "post /tasks/{id}/done": NONE,
    "post /households": NONE,
    "patch /households/{id}": NONE,
    "post /households/{id}/members": NONE,
    "patch /households/{id}/members/{personId}": NONE,
    "post /households/{id}/members/{personId}/departure": ["date_in_future"],
    "post /households/{id}/members/{personId}/recognition": ["nobody_of_that_name"],
    "post /households/{id}/cases": NONE,
    "patch /cases/{id}": ["wrong_state", "date_in_future"],
    "post /cases/{id}/closure": ["wrong_state", "date_in_future", "closed_before_opened"],
    "post /cases/{id}/reopening": ["wrong_state"],
    "post /referrals": ["date_in_future"],
    // What is wrong with a row is told with the row.
    "post /imports/facilities": NONE,
    "post /imports/households": NONE,
    "post /imports/stays": NONE,
  },
  placing: {
    "post /placements": [
      "bed_not_in_unit", "not_a_member", "unit_too_small", "household_incomplete", "person_already_placed", "max_stay_exceeded", "not_eligible", "bed_not_open", "bed_taken",
    ],
    "patch /placements/{id}": ["wrong_state", "exit_before_arrival", "exit_before_today", "person_already_placed", "max_stay_exceeded", "not_eligible", "bed_not_open", "bed_taken"],
    "post /placements/{id}/rule": ["wrong_state", "exit_before_arrival", "exit_before_today", "rule_not_for_place", "person_already_placed", "max_stay_exceeded", "not_eligible", "bed_not_open", "bed_taken"],
  },
  steps: {
    "post /placements/{id}/arrival": ["wrong_state", "date_in_future", "exit_before_arrival", "not_a_member", "person_already_placed", "max_stay_exceeded", "bed_occupied", "bed_taken"],
    // Others' nights are not in the way: whoever is still there has had the bed to themselves.
    "post /placements/{id}/departure": ["wrong_state", "date_in_future", "exit_before_arrival", "not_a_member"],
    "post /placements/{id}/correction": ["wrong_state", "date_in_future", "exit_before_arrival", "transferred_since", "no_transfer", "not_a_member", "person_already_placed", "nothing_to_correct", "bed_occupied", "bed_taken"],
    "post /placements/{id}/no-show": ["wrong_state", "date_in_future"],
    "post /placements/{id}/cancellation": ["wrong_state"],
  },
  moves: {
    "post /households/{id}/division": ["date_in_future", "exit_before_arrival", "not_a_member", "nobody_would_stay", "unit_let_whole", "not_eligible"],
    "post /placements/{id}/swap": [
      "wrong_state", "date_in_future", "exit_before_arrival", "transfer_before_arrival", "new_placement_needed", "unit_too_small", "not_eligible", "already_there", "bed_not_open", "bed_occupied", "bed_taken",
    ],
    "post /placements/{id}/joining": ["wrong_state", "exit_before_arrival", "bed_not_in_unit", "not_a_member", "person_already_placed", "not_eligible", "bed_not_open", "bed_occupied", "bed_taken"],
    "post /placements/{id}/transfer": [
      "wrong_state", "date_in_future", "exit_before_arrival", "transfer_before_arrival", "new_placement_needed", "bed_not_in_unit", "not_a_member", "unit_too_small", "household_incomplete", "not_eligible", "already_there", "bed_not_open", "bed_occupied", "bed_taken",
    ],
  },
  extensions: {
    "post /placements/{id}/extensions": [
      "wrong_state", "exit_before_arrival", "exit_before_today", "person_already_placed", "extension_not_needed", "max_extensions_reached", "max_stay_exceeded", "not_eligible", "extension_pending", "bed_not_open", "bed_taken",
    ],
    "post /extensions/{id}/decision": ["wrong_state", "exit_before_today", "person_already_placed", "max_extensions_reached", "max_stay_exceeded", "not_eligible", "bed_not_open", "bed_taken"],
    "post /extensions/{id}/withdrawal": ["wrong_state"],
  },
  accounts: {
    "post /users": ["password_too_long", "password_known", "email_taken"],
    "patch /users/{id}": ["last_administrator"],
    "patch /me": NONE,
    "post /me/calendar": NONE,
    "delete /me/calendar": NONE,
    "patch /settings": NONE,
    "post /users/{id}/disable": NONE,
    "post /users/{id}/enable": NONE,
    "post /users/{id}/password": ["password_too_long", "password_is_email", "password_known"],
    "post /me/password": ["wrong_password", "password_too_long", "password_is_email", "password_known"],
    "post /password-resets": NONE,
    "post /password-resets/redemption": ["reset_expired", "password_too_long", "password_is_email", "password_known"],
    "post /tokens": NONE,
    "delete /tokens/{id}": NONE,
    "delete /sessions": NONE,
    "delete /sessions/{id}": NONE,
    // No operation but a command: over HTTP a password that is too short is malformed.
    "user add": ["password_too_short", "password_too_long", "password_is_email", "password_known"],
  },
} as const satisfies Record<string, Record<string, Line>>;

export type Group = keyof typeof MAY_REFUSE;

type Request = { by: Caller; id?: string; personId?: string; ifMatch?: string; body?: object };
/** What is put right; `doing` where it is not the request. */
type Mending = Partial<Request> & { doing?: () => Promise<unknown> };

/** A version no record has. */
export const STALE = "999";

/** Asks with everything wrong, puts right what was told, and asks again, until it goes through. */
export function mending<G extends Group>(group: G) {
  const met = new Map<string, Set<string>>();

  async function inTurn(operation: keyof (typeof MAY_REFUSE)[G] & string, wrong: Request, turns: [told: string, mended: Mending][], done: number): Promise<void> {
    const [method = "", path = ""] = operation.split(" ");
    let request = wrong;
    const ask = ({ by, id = "", personId = "", ifMatch, body }: Request) =>
      by(method.toUpperCase(), path.replace("{id}", id).replace("{personId}", personId), { body, headers: ifMatch === undefined ? {} : { "if-match": ifMatch } });

    for (const [told, { doing, body, ...mended }] of turns) {
      const answer = await ask(request);
      expect(`${answer.status} ${String(answer.body.code)}`, `${operation} ${JSON.stringify(answer.body)}`).toBe(told);
      note(operation, answer);
      await doing?.();
      request = { ...request, ...mended, ...(body === undefined ? {} : { body: { ...request.body, ...body } }) };
    }
    const answer = await ask(request);
    expect(answer.status, `${operation} ${JSON.stringify(answer.body)}`).toBe(done);
  }

  function note(operation: string, { body }: Answered): void {
    if (!Array.isArray(body.refusals)) return;
    const codes = (body.refusals as { code: Refusal["code"] }[]).map(({ code }) => code);
    expect(codes[0]).toBe(body.code);
    expect(codes, operation).toEqual(ORDER.filter((code) => codes.includes(code)));
    met.set(operation, new Set([...(met.get(operation) ?? []), String(body.code)]));
  }

  /** Every refusal of the lines came first in some answer, and no other did. */
  function expectAllMet(): void {
    for (const [operation, line] of Object.entries<Line>(MAY_REFUSE[group])) {
      if (operation.includes("/")) expect([...(met.get(operation) ?? [])].toSorted(), operation).toEqual([...line].toSorted());
    }
  }

  return { inTurn, expectAllMet };
}

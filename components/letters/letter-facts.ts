import { type DecisionFacts, type LetterFacts } from "@/messages/letters/letter-words";
import type { Extension, Household, Placement } from "../http/api-types";

/** First strong isolate and its end: a name runs its own way within a text that runs the other. */
const apart = (name: string): string => `\u2068${name}\u2069`;

/** Whom the letter is for: the person, not the name the office gave the household. */
function headOf({ members, code }: Household): string {
  const head = members.find(({ role }) => role === "head") ?? members[0];
  return head ? `${head.givenName} ${head.familyName}` : code;
}

type About = { household: Household; placement: Placement; municipality: string; today: string };

/** What a letter about this placement tells. */
export function factsOf({ household, placement, municipality, today }: About): LetterFacts {
  const granted = household.extensions.filter(({ placementId, status }) => placementId === placement.id && status === "approved").length;
  return {
    head: apart(headOf(household)), municipality: apart(municipality), facility: apart(placement.facilityName), unit: apart(placement.unitName),
    arrival: placement.arrival, exit: placement.exit, latestExit: placement.latestExit, isLimitOver: placement.latestExit !== null && placement.latestExit < today, isOver: placement.status === "in_house" && placement.exit < today,
    mayAsk: placement.latestExit !== null && placement.rule !== null && granted < placement.rule.maxExtensions,
  };
}

/** The last decision on an extension of this placement; null when none was decided. */
export function decisionOf({ extensions }: Household, placementId: string): DecisionFacts | null {
  const decided = extensions.findLast((each: Extension) => each.placementId === placementId && (each.status === "approved" || each.status === "refused"));
  return decided ? { requested: decided.exit, isGranted: decided.status === "approved", grounds: decided.decisionNote } : null;
}

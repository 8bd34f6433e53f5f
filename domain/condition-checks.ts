import { type Check, check } from "./checks";
import type { Condition } from "./conditions";
import { ageOn, type Period } from "./day";
import { missingFeatures, type Unit } from "./housing";
import { adultsOf, compositionsOf, hasFreeMovement, isLawfullyResident, type Party, type PartyMember } from "./people";

type Question = { party: Party; nights: Period; unit: Pick<Unit, "features"> };

/** Evaluates one condition for a party that arrives on the first of the nights. */
export function conditionCheck(condition: Condition, { party, nights, unit }: Question): Check {
  const adults = adultsOf(party, nights.from);
  switch (condition.code) {
    case "household_size": return householdSize(condition, party);
    case "composition": {
      const is = compositionsOf(party, nights.from);
      return check("composition", is.some((composition) => condition.anyOf.includes(composition)), { anyOf: condition.anyOf, is }, "other_unit");
    }
    case "gender":
      return check("gender", adults.every(({ gender }) => condition.anyOf.includes(gender)), { anyOf: condition.anyOf }, "other_unit");
    case "age": {
      const fits = party.members.every(({ birthDate }) => isBetween(ageOn(birthDate, nights.from), condition));
      return check("age", fits, { min: condition.min ?? null, max: condition.max ?? null }, "other_unit");
    }
    case "citizenship": {
      const fits = !party.known || adults.every((adult) => condition.anyOf.some((group) => group === citizenshipGroup(adult)));
      return check("citizenship", fits, { anyOf: condition.anyOf, isAssumed: !party.known }, "citizenship_needed");
    }
    case "lawful_residence": {
      const lacking = party.known ? adults.filter((adult) => !isLawfullyResident(adult, nights.from)) : [];
      return check("lawful_residence", lacking.length === 0, { personIds: lacking.map(({ personId }) => personId), isAssumed: !party.known }, "document_needed");
    }
    case "needs_accepted":
      return check("needs_accepted", party.needs.some((need) => condition.anyOf.includes(need)), { anyOf: condition.anyOf }, "other_unit");
    case "features": {
      const missing = missingFeatures(unit, condition.allOf);
      return check("features", missing.length === 0, { missing, unwanted: [] }, "other_unit");
    }
  }
}

function householdSize({ min, max }: { min?: number; max?: number }, party: Party): Check {
  const size = party.members.length;
  return check("household_size", isBetween(size, { min, max }), { size, min: min ?? null, max: max ?? null }, "other_unit");
}

function isBetween(value: number, { min, max }: { min?: number; max?: number }): boolean {
  return (min === undefined || value >= min) && (max === undefined || value <= max);
}

/** EEA and Swiss citizens count with the EU's, whose freedom of movement they share; stateless people with third countries'. */
function citizenshipGroup({ citizenship }: PartyMember): "italian" | "eu" | "third_country" | "unknown" {
  if (citizenship === null) return "unknown";
  if (citizenship === "IT") return "italian";
  return hasFreeMovement(citizenship) ? "eu" : "third_country";
}

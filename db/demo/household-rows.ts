import { nameHashOf } from "../recognitions";
import { encrypt } from "../secret-columns";
import { addAgreements } from "./agreements";
import type { Frame } from "./frame-rows";
import { dayAt, type Ground, instantAt } from "./ground";
import type { HouseholdPlan, PersonPlan } from "./people";

export type HouseholdIds = { householdId: string; personIds: string[] };

/** Households are numbered in the order in which the municipality came to know them. */
export function addHouseholds(ground: Ground, frame: Frame, socialWorkerId: string, households: readonly HouseholdPlan[]): Map<HouseholdPlan, HouseholdIds> {
  const ids = new Map(households.map((plan, index) => [plan, addHousehold(ground, frame, socialWorkerId, plan, index + 1)]));
  ground.rows.householdCounter.push({ municipalityId: ground.municipality, last: households.length });
  return ids;
}

function addHousehold(ground: Ground, frame: Frame, socialWorkerId: string, plan: HouseholdPlan, number: number): HouseholdIds {
  const { municipality: municipalityId, newId, rows } = ground;
  const householdId = newId();
  const protectedFor = plan.protectedFor === null ? null : (frame.organisationIds.get(plan.protectedFor) ?? null);
  const common = { municipalityId, protectedFor };
  const known = dayAt(ground, plan.knownSince);
  rows.household.push({
    id: householdId, ...common, number, name: plan.name, phone: phoneOf(ground, number), language: plan.language,
    needs: plan.needs, healthNeeds: encrypted(plan.healthNeeds), createdAt: instantAt(ground, plan.knownSince),
  });

  const personIds = plan.members.map((member, position) => {
    const personId = addPerson(ground, protectedFor, member, plan.knownSince);
    rows.membership.push({ id: newId(), ...common, householdId, personId, role: member.role, from: known, until: null, position });
    return personId;
  });

  if (plan.referral) rows.referral.push({ id: newId(), ...common, householdId, ...plan.referral, receivedOn: known });
  if (plan.case) {
    const { programme, from, until, outcome } = plan.case;
    const caseId = newId();
    rows.householdCase.push({
      id: caseId, ...common, householdId, programmeId: frame.programmeIds.get(programme) ?? "", from: dayAt(ground, from),
      until: until === null ? null : dayAt(ground, until), socialWorkerId, outcome,
    });
    addAgreements(ground, caseId, plan, number);
  }
  return { householdId, personIds };
}

function addPerson(ground: Ground, protectedFor: string | null, { bornOn, permit, ...plan }: PersonPlan, knownSince: number): string {
  const id = ground.newId();
  const requested = permit?.renewalRequestedOn ?? null;
  const named = { givenName: plan.givenName, familyName: plan.familyName, birthDate: dayAt(ground, bornOn) };
  ground.rows.person.push({
    id, municipalityId: ground.municipality, protectedFor, ...named, nameHash: process.env.POSTOLETTO_KEY ? nameHashOf(named) : null, gender: plan.gender, citizenship: plan.citizenship, permitKind: permit?.kind ?? null,
    permitExpiresOn: permit && dayAt(ground, permit.expiresOn), permitRenewalRequestedOn: requested === null ? null : dayAt(ground, requested),
    createdAt: instantAt(ground, knownSince),
  });
  return id;
}

/** No Italian number begins with 300. */
function phoneOf({ random }: Ground, number: number): string | null {
  return random.chance(0.7) ? `+39 300 ${String(5_550_000 + number)}` : null;
}

/** Without a key, as where nothing secret is kept, health needs stay empty, and so does what people are recognised by. */
function encrypted(healthNeeds: readonly string[]): Buffer | null {
  return healthNeeds.length > 0 && process.env.POSTOLETTO_KEY ? encrypt(JSON.stringify(healthNeeds)) : null;
}

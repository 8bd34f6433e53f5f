import type { CaseOutcome } from "@/domain/cases";
import type { Gender, MemberRole, ReferralSource } from "@/domain/people";
import { drawOrigin, type Origin } from "./names";
import type { Offset, Shape, WaitingPlan } from "./plan";
import type { Random } from "./random";

export type PermitPlan = { kind: string; expiresOn: Offset; renewalRequestedOn: Offset | null };

export type PersonPlan = {
  givenName: string;
  familyName: string;
  gender: Gender;
  role: MemberRole;
  bornOn: Offset;
  citizenship: string;
  permit: PermitPlan | null;
};

export type CasePlan = { programme: "LGNET2" | "LGNETEA"; from: Offset; until: Offset | null; outcome: CaseOutcome | null };

export type HouseholdPlan = {
  name: string;
  language: string;
  members: PersonPlan[];
  needs: string[];
  healthNeeds: string[];
  /** First known of. */
  knownSince: Offset;
  referral: { source: ReferralSource; urgency: number } | null;
  case: CasePlan | null;
  /** The organisation of the protected facility it lives in. */
  protectedFor: string | null;
};

export type Circumstances = {
  /** The day its ages and permits are drawn for: the arrival, or when it was taken in charge. */
  on: Offset;
  knownSince: Offset;
  italians: number;
  /** Everybody has shown a permit. */
  isDocumented: boolean;
};

const YEAR = 365.25;

/** Born so that the age is `years` on `on`, and still is some weeks before and after. */
function birth(random: Random, on: Offset, years: number): Offset {
  return on - Math.round(years * YEAR) - random.between(60, 300);
}

/** Minors are 13 at most on `on`, adults 19 at least: whoever counts them on another day of these years counts the same. */
export function drawHousehold(random: Random, shape: Shape, circumstances: Circumstances): HouseholdPlan {
  const origin = drawOrigin(random, circumstances.italians);
  const familyName = random.pick(origin.family);
  const children = drawChildren(random, shape, origin, familyName, circumstances);
  const adults = drawAdults(random, shape, origin, familyName, circumstances, children);
  const members = adults.length > 0 ? [...adults, ...children] : children.map((child) => aloneInItaly(random, child, circumstances));

  const [head] = members;
  const isAlone = members.length === 1;
  return {
    name: isAlone && head ? `${head.givenName} ${head.familyName}` : `Famiglia ${familyName}`,
    language: origin.language,
    members,
    needs: drawNeeds(random, shape),
    healthNeeds: [],
    knownSince: circumstances.knownSince,
    referral: null,
    case: null,
    protectedFor: null,
  };
}

function drawNeeds(random: Random, shape: Shape): string[] {
  if (shape.hasInfant) return ["cot"];
  if (random.chance(0.06)) return ["step_free"];
  return random.chance(0.05) ? ["private_bathroom"] : [];
}

/** Eldest first. */
function drawChildren(random: Random, shape: Shape, origin: Origin, familyName: string, { on }: Circumstances): PersonPlan[] {
  const isAlone = shape.adults.length === 0;
  const ages = Array.from({ length: shape.minors }, () => (isAlone ? 15 : random.between(1, 12)));
  if (shape.hasInfant) ages[ages.length - 1] = random.between(0, 1);
  const eldestFirst = ages.sort((a, b) => b - a);
  const taken: string[] = [];
  return eldestFirst.map((age) => {
    const gender = isAlone || random.chance(0.5) ? "male" : "female";
    const givenName = drawGivenName(random, origin[gender], taken);
    return { givenName, familyName, gender, role: "child", bornOn: birth(random, on, age), citizenship: origin.citizenship, permit: null };
  });
}

/** A name nobody else of the household has. */
function drawGivenName(random: Random, names: readonly string[], taken: string[]): string {
  const givenName = random.pick(names.filter((name) => !taken.includes(name)));
  taken.push(givenName);
  return givenName;
}

/** An unaccompanied minor: its own head, with the permit minors have. */
function aloneInItaly(random: Random, child: PersonPlan, { on }: Circumstances): PersonPlan {
  return { ...child, role: "head", permit: { kind: "minor_age", expiresOn: on + random.between(400, 700), renewalRequestedOn: null } };
}

const ROLES: MemberRole[] = ["head", "partner"];

function drawAdults(
  random: Random, shape: Shape, origin: Origin, familyName: string, circumstances: Circumstances, children: readonly PersonPlan[],
): PersonPlan[] {
  const [eldest] = children;
  const taken = children.map(({ givenName }) => givenName);
  return shape.adults.map((gender, position) => {
    const age = random.between(20, shape.minors > 0 ? 34 : 62);
    const isGrandparent = position > 1 && random.chance(0.5);
    const parentBornOn = eldest ? eldest.bornOn - Math.round(random.between(19, 32) * YEAR) - random.between(20, 340) : null;
    const keepsOwnName = position > 0 && random.chance(0.5);
    return {
      givenName: drawGivenName(random, gender === "male" ? origin.male : origin.female, taken),
      familyName: keepsOwnName ? random.pick(origin.family) : familyName,
      gender,
      role: ROLES[position] ?? "other",
      bornOn: position > 1 ? birth(random, circumstances.on, isGrandparent ? random.between(58, 74) : age) : (parentBornOn ?? birth(random, circumstances.on, age)),
      citizenship: origin.citizenship,
      permit: drawPermit(random, origin, circumstances),
    };
  });
}

/** Valid on the day itself; by now some have run out, and most of those have a renewal receipt. */
function drawPermit(random: Random, origin: Origin, { on, isDocumented }: Circumstances): PermitPlan | null {
  if (origin.permits.length === 0 || (!isDocumented && random.chance(0.05))) return null;
  const expiresOn = on + random.between(25, 640);
  const asksRenewal = expiresOn < 0 && random.chance(0.85);
  return { kind: random.pick(origin.permits), expiresOn, renewalRequestedOn: asksRenewal ? expiresOn - random.between(3, 30) : null };
}

/** A household told member by member. */
export function waitingHousehold(plan: WaitingPlan): HouseholdPlan {
  const isAdult = (years: number) => years >= 18;
  const members = plan.members.map((member, position): PersonPlan => ({
    givenName: member.givenName,
    familyName: member.familyName,
    gender: member.gender,
    role: position === 0 ? "head" : isAdult(member.ageInYears) ? "partner" : "child",
    bornOn: -Math.round(member.ageInYears * YEAR) - 110 - 67 * position,
    citizenship: member.citizenship,
    permit: member.permit ? { kind: member.permit[0], expiresOn: member.permit[1], renewalRequestedOn: null } : null,
  }));
  return {
    name: plan.name, language: plan.language, members, needs: plan.needs ?? [], healthNeeds: [], knownSince: plan.receivedOn,
    referral: { source: plan.source, urgency: plan.urgency }, case: null, protectedFor: null,
  };
}

import type { ExitPathKind } from "@/domain/cases";
import { dayAt, type Ground } from "./ground";
import type { CasePlan, HouseholdPlan } from "./people";
import type { Offset } from "./plan";
import { type Random, randomFrom } from "./random";

type GoalPlan = { text: string; after: number };

/** What social workers agree on with those they follow, and after how many days it is to be reached. */
const FOR_ALL: GoalPlan[] = [
  { text: "Corso di italiano fino al livello A2, con esame", after: 180 },
  { text: "Curriculum e colloquio al centro per l’impiego", after: 45 },
  { text: "Tirocinio o contratto di lavoro di almeno sei mesi", after: 210 },
  { text: "Residenza anagrafica e medico di famiglia", after: 60 },
  { text: "Piano di risparmio per il deposito cauzionale", after: 150 },
];
const WITH_MINORS: GoalPlan = { text: "Iscrizione a scuola e mensa per i figli", after: 30 };
const GIVEN_UP = "Il nucleo ha scelto un’altra strada.";

const WAY_OF: Partial<Record<NonNullable<CasePlan["outcome"]>, ExitPathKind>> = {
  private_rental: "rent_support", social_housing: "social_housing", family: "family_or_friends", friends: "family_or_friends", sai: "other_service", cas: "other_service",
};
const WAYS: ExitPathKind[] = ["rent_support", "rent_support", "social_housing", "private_rental", "family_or_friends"];

/** Longer ago nobody opens the file for it. */
const REMEMBERED_SINCE = -365;
/** Apart from the plan's seed: what is agreed with one household changes nobody else's draws. */
const SEED = 9_000_000;

/** The individual project of a case and the ways out that are tried, as far as they would have come by today. */
export function addAgreements(ground: Ground, caseId: string, plan: HouseholdPlan, number: number): void {
  if (plan.case === null || (plan.case.until ?? 0) < REMEMBERED_SINCE) return;
  const random = randomFrom(SEED + ground.plan.seed * 10_000 + number);
  addGoals(ground, random, caseId, plan, plan.case);
  addWay(ground, random, caseId, plan.case);
}

function addGoals(ground: Ground, random: Random, caseId: string, { members }: HouseholdPlan, { from, until }: CasePlan): void {
  const hasMinors = members.some(({ role }) => role === "child");
  const first = random.between(0, FOR_ALL.length - 1);
  const drawn = Array.from({ length: random.between(1, 3) }, (_, index) => FOR_ALL[(first + index) % FOR_ALL.length] as GoalPlan);
  const goals = [...(hasMinors ? [WITH_MINORS] : []), ...drawn].sort((a, b) => a.after - b.after);
  for (const [position, { text, after }] of goals.entries()) {
    const aimed = from + after;
    const last = Math.min(-1, until ?? -1);
    const reached = Math.max(from, aimed + random.between(-20, 15));
    const isReached = reached <= last && random.chance(0.8);
    const isGivenUp = !isReached && until !== null;
    ground.rows.caseGoal.push({
      id: ground.newId(), municipalityId: ground.municipality, caseId, position, text, aimedOn: dayAt(ground, aimed), reachedOn: isReached ? dayAt(ground, reached) : null,
      givenUpOn: isGivenUp ? dayAt(ground, last) : null, givenUpReason: isGivenUp ? GIVEN_UP : null,
    });
  }
}

function addWay(ground: Ground, random: Random, caseId: string, { from, until, outcome }: CasePlan): void {
  const [way, begun, lists] = [random.pick(WAYS), Math.min(-1, from + random.between(20, 70)), random.between(4, 180)];
  const kind = outcome === null ? way : WAY_OF[outcome];
  if (kind === undefined || (until !== null && begun > until)) return;
  const isSocial = kind === "social_housing";
  const hasLease = until !== null && (kind === "rent_support" || isSocial);
  const expected: Offset = until ?? Math.max(20, from + random.between(150, 400));
  ground.rows.caseExitPath.push({
    id: ground.newId(), municipalityId: ground.municipality, caseId, position: 0, kind, startedOn: dayAt(ground, begun), expectedOn: dayAt(ground, expected),
    listName: isSocial ? "Graduatoria ERP" : null, rank: isSocial ? lists : null, leaseSignedOn: hasLease ? dayAt(ground, Math.max(begun, until - random.between(2, 12))) : null, note: null,
  });
}

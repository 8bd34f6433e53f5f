import { ageOn, type Day } from "@/domain/day";
import { comingOfAgeIn } from "@/domain/day-work";
import type { HouseholdSituation } from "@/domain/household-list";
import type { Household, Member, Placement } from "../http/api-types";

/** The name people know the household by: its own, else its head's. */
export function householdName({ name, members, code }: Pick<Household, "name" | "members" | "code">): string {
  const head = members.find(({ role }) => role === "head") ?? members[0];
  return name ?? (head ? `${head.givenName} ${head.familyName}` : code);
}

export function membersOn(household: Pick<Household, "members">, day: Day): Member[] {
  return household.members.filter(({ until }) => until === null || until > day);
}

export function countByAge(members: Member[], on: Day): { adults: number; minors: number } {
  const adults = members.filter(({ birthDate }) => ageOn(birthDate, on) >= 18).length;
  return { adults, minors: members.length - adults };
}

const LIVE = ["in_house", "needs_bed", "planned"] as const;

/** The placement that counts now: running, else without a bed, else the next to come. */
export function currentPlacement({ placements }: Pick<Household, "placements">): Placement | null {
  const inOrder = placements.toSorted((a, b) => (a.arrival < b.arrival ? -1 : 1));
  return LIVE.flatMap((status) => inOrder.filter((placement) => placement.status === status))[0] ?? null;
}

export function situationOf(household: Pick<Household, "placements">): HouseholdSituation {
  const status = LIVE.find((each) => each === currentPlacement(household)?.status);
  return status ?? (household.placements.some((placement) => placement.status === "ended") ? "ended" : "not_placed");
}

/** Members who come of age while they are in house, as the task that tells of it has it; a birthday that is over is told by the age. */
export function birthdaysAhead({ members, placements }: Pick<Household, "members" | "placements">, today: Day): { name: string; day: Day }[] {
  const member = (id: string) => members.find(({ personId }) => personId === id);
  return placements
    .flatMap(({ stays }) => comingOfAgeIn({ stays: stays.map((stay) => ({ ...stay, bedName: null, birthDate: member(stay.personId)?.birthDate ?? null })) }, today))
    .filter(({ day }) => day >= today)
    .map(({ personId, day }) => ({ name: [member(personId)?.givenName, member(personId)?.familyName].join(" "), day }));
}

/** What the household would like, in free words. */
export function noteOf({ preferences }: Pick<Household, "preferences">): string {
  return typeof preferences.note === "string" ? preferences.note : "";
}

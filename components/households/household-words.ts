import { ageOn, type Day } from "@/domain/day";
import type { Household, Member } from "../http/api-types";

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

import "server-only";
import { z } from "zod";
import { GENDERS, MEMBER_ROLES } from "@/domain/people";
import { code, codeList, key, name, optionalDay, requiredDay } from "./cells";

/** A person, with the household and the part in it. */
export function householdRow(today: string) {
  return z
    .object({
      household_id: key,
      person_id: key,
      municipality: key.transform((text) => text.toUpperCase()),
      given_name: name,
      family_name: name,
      birth_date: requiredDay.refine((day) => day <= today, "date_in_future"),
      gender: code(GENDERS),
      role: code(MEMBER_ROLES),
      needs: codeList,
      member_from: optionalDay,
      member_until: optionalDay,
    })
    .refine((row) => row.member_until === null || row.member_from === null || row.member_until >= row.member_from, { path: ["member_until"], message: "until_before_from" });
}

export type HouseholdRow = z.infer<ReturnType<typeof householdRow>>;

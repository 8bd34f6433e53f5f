import "server-only";
import { z } from "zod";
import { BED_KINDS, FACILITY_KINDS, GENDER_POLICIES, LETTINGS } from "@/domain/housing";
import { code, codeList, key, name, optionalCode, optionalDay, optionalName, requiredDay } from "./cells";

const MUNICIPALITY = key.transform((text) => text.toUpperCase());

/** A bed, with what its unit and its facility are. */
export const facilityRow = z
  .object({
    facility_id: key,
    facility_name: name,
    municipality: MUNICIPALITY,
    kind: code(FACILITY_KINDS),
    unit_id: key,
    unit_name: name,
    letting: code(LETTINGS),
    bed_id: key,
    bed_name: name,
    opens_on: requiredDay,
    closes_on: optionalDay,
    gender_policy: optionalCode(GENDER_POLICIES),
    features: codeList,
    flat: optionalName,
    bed_kind: optionalCode(BED_KINDS),
  })
  .refine((row) => row.closes_on === null || row.closes_on > row.opens_on, { path: ["closes_on"], message: "until_before_from" });

export type FacilityRow = z.infer<typeof facilityRow>;

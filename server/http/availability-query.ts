import "server-only";
import { z } from "@hono/zod-openapi";
import { type Day, nightsBetween } from "@/domain/day";
import { GENDERS } from "@/domain/people";
import { nightsAsked } from "../availability/description";
import { daySchema, listOf } from "./schemas";

const age = z.string().regex(/^\d{1,2}$/).refine((text) => Number(text) < 18, { error: "not_a_minor" });

/** Ten years: nobody looks further ahead, and a search must not read all there ever was. */
const LONGEST_SEARCH = 3660;

export const period = { from: daySchema, until: daySchema.optional(), nights: z.coerce.number().int().min(0).max(LONGEST_SEARCH).optional() };

export const people = {
  adults: z.coerce.number().int().min(0).max(50).optional(), minorAges: listOf(age).optional(),
  adultGenders: listOf(z.enum(GENDERS)).optional().openapi({ description: "Of the adults described, in order; without it unknown" }),
};

type Claim = [holds: (asked: Period) => boolean, otherwise: { error: string; path: string[] }];
type Period = { from: Day; until?: Day; nights?: number };

export const periodIsTold: Claim = [({ from, until, nights }) => nightsAsked(from, until, nights) !== null, { error: "until_or_nights_needed", path: ["until"] }];

export const periodIsShort: Claim = [({ from, until }) => until === undefined || nightsBetween(from, until) <= LONGEST_SEARCH, { error: "period_too_long", path: ["until"] }];

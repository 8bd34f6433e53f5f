import { addDays } from "@/domain/day";
import type { Site } from "./site";
import { TODAY } from "./world";

type Item = { unitId: string; facilityId: string; letting: string };
type Household = { id: string; code: string };

/** What the measurements ask about; the same on every site. */
export type Present = { household: Household; returning: string; unitId: string; facilityId: string };

/** A third of the beds is taken and some are promised, through the API as in life; the household that is measured has no place. */
export async function buildPresent({ ask, owner }: Site): Promise<Present> {
  const vacant = await ask<{ items: Item[] }>("GET", `/availability?municipality=G478&from=${TODAY}&nights=90`);
  const rooms = vacant.items.filter(({ letting }) => letting === "by_bed");
  for (const [index, { unitId }] of rooms.entries()) {
    if (index % 10 === 9) continue;
    const household = await register(ask, `Presente ${index}`, "male");
    const isPlanned = index % 5 === 4;
    const arrival = isPlanned ? addDays(TODAY, 20) : TODAY;
    const placement = await ask<{ id: string }>("POST", "/placements", { householdId: household.id, unitId, arrival, exit: addDays(arrival, 40 + (index % 50)) });
    if (!isPlanned) await ask("POST", `/placements/${placement.id}/arrival`, { date: TODAY });
  }
  const [first] = rooms.filter((_, index) => index % 10 === 9);
  if (!first) throw new Error("no room was left empty");
  const [row] = await owner<{ id: string }[]>`
    SELECT household_id AS id FROM placement WHERE municipality_id = 'G478' AND status = 'ended' GROUP BY household_id HAVING count(*) BETWEEN 7 AND 8 ORDER BY household_id LIMIT 1`;
  const household = await register(ask, "Zanzottera", "male");
  return { household, returning: row?.id ?? household.id, unitId: first.unitId, facilityId: first.facilityId };
}

function register(ask: Site["ask"], familyName: string, gender: string): Promise<Household> {
  const member = { givenName: "Ada", familyName, birthDate: "1990-05-05", gender, role: "head", citizenship: "IT" };
  return ask<Household>("POST", "/households", { municipality: "G478", members: [member] });
}

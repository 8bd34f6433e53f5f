import "server-only";
import type { Db } from "@/db/client";
import { type NightsElsewhere, nightsElsewhere } from "@/db/placements";
import { expectedExit } from "@/domain/blocks";
import { type Day, earlierOf, laterOf, overlaps, type Period } from "@/domain/day";
import { no, ok, type Result } from "@/domain/failure";
import type { StayRecord } from "@/domain/placement";
import { alreadyPlaced, type Refusal, type Refusals } from "@/domain/refusals";
import { displaceStays, type Displaced } from "./displace";

export type Present = { personId: string; nights: Period };

/** Whoever is in the house has these nights here, and those still to come. */
export function presentIn({ personId, arrival, exit }: StayRecord): Present {
  return { personId, nights: { from: arrival, until: exit } };
}

/** Who has not left another place cannot be in house here, whatever the planned exit there was; nor can who spent these nights there. */
export async function inHouseElsewhere(db: Db, placementId: string, here: readonly StayRecord[], today: Day): Promise<Refusal[]> {
  const still = alreadyPlaced(await nightsElsewhere(db, here.map(({ personId }) => personId), { except: placementId, status: "in_house" }));
  return still.length > 0 ? still : (await metElsewhere(db, placementId, here.map(presentIn), today)).refusals;
}

/** A person really was here in these nights: their own plans elsewhere yield; nights really spent elsewhere refuse it. */
export async function yieldPlansElsewhere(db: Db, placementId: string, present: readonly Present[], today: Day): Promise<Result<Displaced[], Refusals>> {
  const { plans, refusals: [refusal] } = await metElsewhere(db, placementId, present, today);
  return refusal ? no([refusal]) : ok(await displaceStays(db, plans));
}

/** What people have elsewhere in the nights they are said to be here: plans, which yield, and the refusal of nights really spent there. */
export async function metElsewhere(db: Db, placementId: string, present: readonly Present[], today: Day): Promise<{ plans: NightsElsewhere[]; refusals: Refusal[] }> {
  const [first] = present;
  if (!first) return { plans: [], refusals: [] };
  const from = present.map(({ nights }) => nights.from).reduce(earlierOf, first.nights.from);
  const until = present.map(({ nights }) => nights.until).reduce(laterOf, first.nights.until);
  const others = await nightsElsewhere(db, present.map(({ personId }) => personId), { except: placementId, touching: { from, until } });
  const colliding = others.filter((other) => {
    const nights = other.status === "in_house" ? { from: other.nights.from, until: expectedExit({ exit: other.nights.until }, today) } : other.nights;
    return present.some((here) => here.personId === other.personId && overlaps(here.nights, nights));
  });
  const real = colliding.filter(({ status }) => status !== "planned");
  return { plans: colliding.filter(({ status }) => status === "planned"), refusals: alreadyPlaced(real) };
}


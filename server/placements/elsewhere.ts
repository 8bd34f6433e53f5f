import "server-only";
import type { Db } from "@/db/client";
import { nightsElsewhere } from "@/db/placements";
import { expectedExit } from "@/domain/blocks";
import { type Day, overlaps, type Period } from "@/domain/day";
import { no, ok, type Result } from "@/domain/failure";
import type { Refusals } from "@/domain/refusals";
import { displaceStays, type Displaced } from "./displace";

/** A person really was here in these nights: their own plans elsewhere yield; nights really spent elsewhere refuse it. */
export async function yieldPlansElsewhere(db: Db, placementId: string, present: readonly { personId: string; nights: Period }[], today: Day): Promise<Result<Displaced[], Refusals>> {
  const others = await nightsElsewhere(db, present.map(({ personId }) => personId), placementId);
  const colliding = others.filter((other) => {
    const nights = other.status === "in_house" ? { from: other.nights.from, until: expectedExit({ exit: other.nights.until }, today) } : other.nights;
    return present.some((here) => here.personId === other.personId && overlaps(here.nights, nights));
  });
  const real = colliding.filter(({ status }) => status !== "planned");
  const [first] = real;
  if (first) {
    const personIds = [...new Set(real.map(({ personId }) => personId))];
    return no([{ code: "person_already_placed", personIds, placementId: first.placementId, from: first.nights.from, until: first.nights.until }]);
  }
  return ok(await displaceStays(db, colliding));
}

import "server-only";
import type { Db } from "@/db/client";
import { nightsElsewhere } from "@/db/placements";
import { expectedExit } from "@/domain/blocks";
import { type Day, earlierOf, laterOf, overlaps, type Period } from "@/domain/day";
import { no, ok, type Result } from "@/domain/failure";
import type { Refusals } from "@/domain/refusals";
import { displaceStays, type Displaced } from "./displace";

/** A person really was here in these nights: their own plans elsewhere yield; nights really spent elsewhere refuse it. */
export async function yieldPlansElsewhere(db: Db, placementId: string, present: readonly { personId: string; nights: Period }[], today: Day): Promise<Result<Displaced[], Refusals>> {
  const [first] = present;
  if (!first) return ok([]);
  const from = present.map(({ nights }) => nights.from).reduce(earlierOf, first.nights.from);
  const until = present.map(({ nights }) => nights.until).reduce(laterOf, first.nights.until);
  const others = await nightsElsewhere(db, present.map(({ personId }) => personId), { except: placementId, touching: { from, until } });
  const colliding = others.filter((other) => {
    const nights = other.status === "in_house" ? { from: other.nights.from, until: expectedExit({ exit: other.nights.until }, today) } : other.nights;
    return present.some((here) => here.personId === other.personId && overlaps(here.nights, nights));
  });
  const real = colliding.filter(({ status }) => status !== "planned");
  const [met] = real;
  if (met) {
    const personIds = [...new Set(real.map(({ personId }) => personId))];
    return no([{ code: "person_already_placed", personIds, placementId: met.placementId, from: met.nights.from, until: met.nights.until }]);
  }
  return ok(await displaceStays(db, colliding));
}

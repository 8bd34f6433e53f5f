import "server-only";
import type { Db } from "@/db/client";
import { nightsElsewhere } from "@/db/placements";
import { expectedExit } from "@/domain/blocks";
import type { BookingFacts } from "@/domain/booking";
import { type Day, overlaps, type Period } from "@/domain/day";
import type { Party } from "@/domain/people";
import { countedNights } from "./stay-limit";
import { unitStateFor } from "./unit-state";

/** Who looks for a place where and when. `people`: those whose other nights are asked, at least the party. `except`: their placement, where it asks for other days. */
export type BookingQuestion = { householdId: string; unitId: string; nights: Period; party: Party; people: readonly string[]; except?: string };

/** All that booking asks about people in a unit for these nights. The counted nights are held: nobody else decides about these clocks until the transaction ends. */
export async function bookingFacts(db: Db, { householdId, unitId, nights, party, people, except }: BookingQuestion, today: Day): Promise<BookingFacts> {
  const state = await unitStateFor(db, unitId, nights, today, [householdId]);
  const elsewhere = (await nightsElsewhere(db, people, { touching: nights, except })).map(({ personId, placementId, status, nights: taken }) => ({
    personId,
    placementId,
    nights: status === "in_house" ? { from: taken.from, until: expectedExit({ exit: taken.until }, today) } : taken,
  }));
  const counted = await countedNights(db, { municipality: state.unit.municipality, subjectId: householdId, personIds: party.members.map(({ personId }) => personId), rules: state.rules, hold: true });
  return { ...state, party, counted: counted.filter(({ placementId }) => placementId !== except), elsewhere: elsewhere.filter((other) => overlaps(other.nights, nights)) };
}

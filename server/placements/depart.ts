import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { changeStays, findPlacement, type PlacementRecord, type StayRow, sumUp } from "@/db/placements";
import { withdrawExtensionsOf } from "@/db/extensions";
import { closeTasksOf } from "@/db/tasks";
import type { Day } from "@/domain/day";
import { no, ok, type Result } from "@/domain/failure";
import type { DepartureReason, Destination, Overstay } from "@/domain/placement";
import { inOrder, type Refusal, type Refusals } from "@/domain/refusals";
import { nightsOver } from "@/domain/stay-rules";
import type { Displaced } from "./displace";
import { yieldPlansElsewhere } from "./elsewhere";
import { namedRefusals } from "./named-people";
import { openForStep, type OpenPlacement, type StepInput } from "./open";
import { recordReality } from "./record-reality";
import { releaseProtection } from "./release-protection";
import { keepLimits, limitNow } from "./stay-limit";

/** How somebody left, and on which day. */
export type Left = { date: Day; reason: DepartureReason; destination: Destination; overstay: Overstay | null };
export type DepartureInput = StepInput & Left & { personIds: string[] | null };

/** Records that people left, all who are in house or those named, on the true date: early, on time or late. */
export async function recordDeparture(db: Db, input: DepartureInput, today: Day): Promise<Result<PlacementRecord & { displaced: Displaced[] }, Refusals>> {
  const opened = await openForStep(db, input, "departure");
  if (!opened.ok) return opened;
  const { placement } = opened.value;

  const present = placement.stays.filter(({ status }) => status === "in_house");
  const leaving = input.personIds ? present.filter(({ personId }) => input.personIds?.includes(personId)) : present;
  const refusals = inOrder(departureRefusals(input, placement, leaving, today));
  if (refusals) return no(refusals);

  const displaced = await save(db, opened.value, leaving, input, today);
  if (!displaced.ok) return displaced;
  return ok({ ...(await findPlacement(db, placement.id)), displaced: displaced.value });
}

function departureRefusals(input: DepartureInput, placement: PlacementRecord, leaving: StayRow[], today: Day): Refusal[] {
  const refusals = namedRefusals(input.personIds, placement, leaving, "departure", input.date);
  if (input.date > today) refusals.push({ code: "date_in_future", date: input.date, today });
  const late = leaving.find(({ arrival }) => arrival > input.date);
  if (late) refusals.push({ code: "exit_before_arrival", arrival: late.arrival, exit: input.date });
  return refusals;
}

async function save(db: Db, open: OpenPlacement, leaving: StayRow[], input: DepartureInput, today: Day): Promise<Result<Displaced[], Refusals>> {
  const { placement } = open;
  const isLeaving = (stay: StayRow) => leaving.some(({ id }) => id === stay.id);
  const somebodyStays = placement.stays.some((stay) => stay.status === "in_house" && !isLeaving(stay));
  // Members who were expected and never came do not keep the place once everybody else has left.
  const isGivenUp = (stay: StayRow) => !somebodyStays && input.personIds === null && stay.status === "planned";

  const elsewhere = await yieldPlansElsewhere(db, placement.id, leaving.map(({ personId, arrival }) => ({ personId, nights: { from: arrival, until: input.date } })), today);
  if (!elsewhere.ok) return elsewhere;
  const stays = placement.stays.map((stay): StayRow => {
    if (isLeaving(stay)) return { ...stay, status: "ended", exit: input.date };
    return isGivenUp(stay) ? { ...stay, status: "cancelled" } : stay;
  });
  const recorded = await recordReality(db, open, stays);
  if (!recorded.ok) return recorded;

  const { latestExit } = await limitNow(db, placement, today, { hold: false });
  const left = asLeft(input, latestExit);
  await changeStays(db, leaving.map(({ id }) => id), left);
  await changeStays(db, placement.stays.filter(isGivenUp).map(({ id }) => id), { status: "cancelled" });
  await sumUp(db, placement.id);
  await keepLimits(db, placement.householdId, today);
  if (!somebodyStays) await afterTheLast(db, placement);
  await auditDeparture(db, placement, leaving, left);
  return ok([...elsewhere.value, ...recorded.value]);
}

/** A stay as it is when somebody has left; the nights over are those after the latest exit. */
export function asLeft({ date, reason, destination, overstay }: Left, latestExit: Day | null) {
  const overstayNights = nightsOver(latestExit, date);
  const told = overstayNights > 0 ? overstay : null;
  return { status: "ended", exit: date, departureReason: reason, destination, overstayNights, ...(told && { overstayAuthorised: told.authorised, overstayNote: told.note }) } as const;
}

/** Nobody is left whom a deadline concerns. */
export async function afterTheLast(db: Db, { id, householdId }: PlacementRecord): Promise<void> {
  await closeTasksOf(db, id);
  await withdrawExtensionsOf(db, id);
  await releaseProtection(db, householdId);
}

export function auditDeparture(db: Db, placement: PlacementRecord, gone: readonly StayRow[], { departureReason, overstayNights, ...told }: ReturnType<typeof asLeft>): Promise<void> {
  const facts = { stays: gone.map(({ id }) => id), reason: departureReason, overstayNights, ...(told.overstayAuthorised !== undefined && { overstayAuthorised: told.overstayAuthorised }) };
  return recordAudit(db, { action: "placement.departure", municipality: placement.municipality, subjectId: placement.id, facts });
}

import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { changeStays, findPlacement, type PlacementRecord, type StayRow, sumUp } from "@/db/placements";
import { type Day, earlierOf } from "@/domain/day";
import { no, ok, type Result } from "@/domain/failure";
import { replaced } from "@/domain/placement";
import { inOrder, type Refusal, type Refusals } from "@/domain/refusals";
import type { Displaced } from "./displace";
import { inHouseElsewhere, presentIn, yieldPlansElsewhere } from "./elsewhere";
import { namedRefusals } from "./named-people";
import { openForStep, type OpenPlacement, type StepInput } from "./open";
import { occupiedBy } from "./occupied";
import { recordReality } from "./record-reality";
import { keepLimits, limitFromArrival } from "./stay-limit";

export type ArrivalInput = StepInput & { date: Day; personIds: string[] | null };
export type Stepped = PlacementRecord & { displaced: Displaced[]; warnings: { code: "exit_shortened"; facts: Record<string, unknown> }[] };

/** Records that people arrived, all who were expected or those named; the latest exit counts from the first arrival. */
export async function recordArrival(db: Db, input: ArrivalInput, today: Day): Promise<Result<Stepped, Refusals>> {
  const opened = await openForStep(db, input, "arrival");
  if (!opened.ok) return opened;
  const { placement } = opened.value;

  const expected = placement.stays.filter(({ status }) => status === "planned");
  const arriving = input.personIds ? expected.filter(({ personId }) => input.personIds?.includes(personId)) : expected;
  const here = arriving.map((stay): StayRow => ({ ...stay, status: "in_house", arrival: input.date }));
  const limit = await limitFromArrival(db, placement, replaced(placement.stays, here), today, { hold: true });
  const changed = here.map((stay) => ({ ...stay, exit: limit.binding ? earlierOf(stay.exit, limit.binding) : stay.exit }));
  const refusals = inOrder([...arrivalRefusals(input, placement, arriving, today), ...(arriving.length > 0 ? beyondLimit(placement, limit.binding, input.date) : []), ...(await inHouseElsewhere(db, placement.id, changed, today)), ...(await occupiedBy(db, opened.value.units, arriving, [placement.id]))]);
  if (refusals) return no(refusals);
  const isShortened = limit.binding !== null && arriving.some(({ exit }) => exit > (limit.binding ?? exit));
  const displaced = await save(db, opened.value, changed, limit.latestExit, today);
  if (!displaced.ok) return displaced;

  const warnings = isShortened ? [{ code: "exit_shortened" as const, facts: { latestExit: limit.latestExit } }] : [];
  return ok({ ...(await findPlacement(db, placement.id)), displaced: displaced.value, warnings });
}

function arrivalRefusals(input: ArrivalInput, placement: PlacementRecord, arriving: StayRow[], today: Day): Refusal[] {
  const refusals = namedRefusals(input.personIds, placement, arriving, "arrival", input.date);
  if (arriving.length === 0 && refusals.length === 0) refusals.push({ code: "wrong_state", status: placement.status, step: "arrival" });
  if (input.date > today) refusals.push({ code: "date_in_future", date: input.date, today });
  const early = arriving.find(({ exit }) => exit < input.date);
  if (early) refusals.push({ code: "exit_before_arrival", arrival: input.date, exit: early.exit });
  return refusals;
}

/** Others of the household came earlier than planned, and with their first night the placement's time began: it is over. */
function beyondLimit({ rule }: PlacementRecord, limit: Day | null, date: Day): Refusal[] {
  return rule && limit !== null && limit < date ? [{ code: "max_stay_exceeded", latestExit: limit, ruleId: rule.id }] : [];
}

async function save(db: Db, open: OpenPlacement, changed: StayRow[], limit: Day | null, today: Day): Promise<Result<Displaced[], Refusals>> {
  const { placement } = open;
  const elsewhere = await yieldPlansElsewhere(db, placement.id, changed.map(presentIn), today);
  if (!elsewhere.ok) return elsewhere;
  const recorded = await recordReality(db, open, replaced(placement.stays, changed));
  if (!recorded.ok) return recorded;

  for (const { id, arrival, exit } of changed) await changeStays(db, [id], { status: "in_house", arrival, exit, plannedExit: exit });
  await sumUp(db, placement.id, { latestExit: limit });
  await keepLimits(db, placement.householdId, today);
  await recordAudit(db, { action: "placement.arrival", municipality: placement.municipality, subjectId: placement.id, facts: { stays: changed.map(({ id }) => id) } });
  return ok([...elsewhere.value, ...recorded.value]);
}

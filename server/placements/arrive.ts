import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { changeStays, findPlacement, type PlacementRecord, type StayRow, sumUp } from "@/db/placements";
import { expectedExit } from "@/domain/blocks";
import { type Day, earlierOf } from "@/domain/day";
import { no, ok, type Result } from "@/domain/failure";
import { liveOf, replaced } from "@/domain/placement";
import { inOrder, type Refusal, type Refusals } from "@/domain/refusals";
import { afterTheLast, asLeft, auditDeparture, type Left } from "./depart";
import type { Displaced } from "./displace";
import { inHouseElsewhere, presentIn, yieldPlansElsewhere } from "./elsewhere";
import { namedRefusals } from "./named-people";
import { openForStep, type OpenPlacement, type StepInput } from "./open";
import { occupiedBy, occupiedByTheirOwn, spentByOverdue, spentMeanwhile, untold } from "./occupied";
import { recordReality } from "./record-reality";
import { keepLimits, limitFromArrival } from "./stay-limit";

/** `left`: they have left since, and it is told only now; then the nights until that day are all there were. */
export type ArrivalInput = StepInput & { date: Day; personIds: string[] | null; left: Left | null };
export type Stepped = PlacementRecord & { displaced: Displaced[]; warnings: { code: "exit_shortened"; facts: Record<string, unknown> }[] };

/** Records that people arrived, all who were expected or those named; the latest exit counts from the first arrival. */
export async function recordArrival(db: Db, input: ArrivalInput, today: Day): Promise<Result<Stepped, Refusals>> {
  const opened = await openForStep(db, input, "arrival");
  if (!opened.ok) return opened;
  const { placement } = opened.value;
  const { left } = input;

  const expected = placement.stays.filter(({ status }) => status === "planned");
  const arriving = input.personIds ? expected.filter(({ personId }) => input.personIds?.includes(personId)) : expected;
  const here = arriving.map((stay): StayRow => ({ ...stay, status: "in_house", arrival: input.date }));
  const limit = await limitFromArrival(db, placement, replaced(placement.stays, here), today, { hold: true });
  const changed = here.map((stay) => came(stay, limit.binding, left));
  const refusals = inOrder([
    ...arrivalRefusals(input, placement, arriving, today),
    ...(arriving.length > 0 ? beyondLimit(placement, limit.binding, input.date) : []),
    ...(left ? await spentByOverdue(db, opened.value, changed, today) : await stillInTheWay(db, opened.value, changed, today)),
  ]);
  if (refusals) return no(refusals);
  const isShortened = left === null && limit.binding !== null && arriving.some(({ exit }) => exit > (limit.binding ?? exit));
  const displaced = await save(db, opened.value, changed, { left, latestExit: limit.latestExit }, today);
  if (!displaced.ok) return displaced;

  const warnings = isShortened ? [{ code: "exit_shortened" as const, facts: { latestExit: limit.latestExit } }] : [];
  return ok({ ...(await findPlacement(db, placement.id)), displaced: displaced.value, warnings });
}

/** What was planned ends with the limit; who has left was there until that day, also beyond it. */
function came(stay: StayRow, limit: Day | null, left: Left | null): StayRow {
  const plannedExit = earlierOf(stay.exit, limit ?? stay.exit);
  return { ...stay, plannedExit, ...(left ? { status: "ended", exit: left.date } : { exit: plannedExit }) };
}

/** Who came and has not left is there tonight: nobody else can be, and they nowhere else, not since a planned exit that is past either. */
async function stillInTheWay(db: Db, open: OpenPlacement, here: readonly StayRow[], today: Day): Promise<Refusal[]> {
  const meanwhile = await spentMeanwhile(db, open, here, today);
  const until = here.map((stay) => ({ ...stay, exit: expectedExit(stay, today) }));
  const occupied = [...(await occupiedBy(db, open.units, here, [open.placement.id])), ...occupiedByTheirOwn(open.placement, here)];
  return [...(await inHouseElsewhere(db, open.placement.id, until, today)), ...untold(occupied, meanwhile), ...meanwhile];
}

function arrivalRefusals(input: ArrivalInput, placement: PlacementRecord, arriving: StayRow[], today: Day): Refusal[] {
  const refusals = namedRefusals(input.personIds, placement, arriving, "arrival", input.date);
  if (arriving.length === 0 && refusals.length === 0) refusals.push({ code: "wrong_state", status: placement.status, step: "arrival" });
  const last = input.left?.date ?? input.date;
  if (last > today) refusals.push({ code: "date_in_future", date: last, today });
  const early = arriving.find(({ exit }) => exit < input.date);
  if (early) refusals.push({ code: "exit_before_arrival", arrival: input.date, exit: early.exit });
  return refusals;
}

/** Others of the household came earlier than planned, and with their first night the placement's time began: it is over. */
function beyondLimit({ rule }: PlacementRecord, limit: Day | null, date: Day): Refusal[] {
  return rule && limit !== null && limit < date ? [{ code: "max_stay_exceeded", latestExit: limit, ruleId: rule.id }] : [];
}

type Recorded = { left: Left | null; latestExit: Day | null };

async function save(db: Db, open: OpenPlacement, changed: StayRow[], { left, latestExit }: Recorded, today: Day): Promise<Result<Displaced[], Refusals>> {
  const { placement } = open;
  const stays = replaced(placement.stays, changed);
  const elsewhere = await yieldPlansElsewhere(db, placement.id, changed.map(presentIn), today);
  if (!elsewhere.ok) return elsewhere;
  const recorded = await recordReality(db, open, stays);
  if (!recorded.ok) return recorded;

  const gone = left && asLeft(left, latestExit);
  for (const { id, arrival, exit, plannedExit } of changed) await changeStays(db, [id], { status: "in_house", arrival, exit, plannedExit, ...gone });
  await sumUp(db, placement.id, { latestExit });
  await keepLimits(db, placement.householdId, today);
  await recordAudit(db, { action: "placement.arrival", municipality: placement.municipality, subjectId: placement.id, facts: { stays: changed.map(({ id }) => id) } });
  if (gone) {
    if (liveOf(stays).length === 0) await afterTheLast(db, placement);
    await auditDeparture(db, placement, changed, gone);
  }
  return ok([...elsewhere.value, ...recorded.value]);
}

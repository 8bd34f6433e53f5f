import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { addCorrection } from "@/db/corrections";
import { changeStays, findPlacement, type PlacementRecord, type StayRow, sumUp } from "@/db/placements";
import { type CorrectedPart, type Correction, corrected, correctedParts, correctionRefusals, inOrderOfWriting, spentTwice, timesToCorrect, withinLimit } from "@/domain/correction";
import { expectedExit } from "@/domain/blocks";
import type { Day } from "@/domain/day";
import { no, ok, type Result } from "@/domain/failure";
import { replaced } from "@/domain/placement";
import { alreadyPlaced, inOrder, type Refusals } from "@/domain/refusals";
import type { Stepped } from "./arrive";
import type { Displaced } from "./displace";
import { inHouseElsewhere, presentIn, yieldPlansElsewhere } from "./elsewhere";
import { namedRefusals, strangersOn } from "./named-people";
import { occupiedBy, occupiedByTheirOwn, spentByOverdue, spentMeanwhile, untold } from "./occupied";
import { openForStep, type OpenPlacement, type StepInput } from "./open";
import { recordReality } from "./record-reality";
import { releaseProtection } from "./release-protection";
import { keepLimits, limitFromArrival } from "./stay-limit";

export type CorrectionInput = StepInput & { correction: Correction; personIds: string[] | null; note: string };

/**
 * Puts right what was recorded of people who came or left: another day, another reason, or that it never happened. It is held to what
 * really happened as the record itself was: plans yield, nights that others really spent refuse it.
 */
export async function correctPlacement(db: Db, input: CorrectionInput, today: Day): Promise<Result<Stepped, Refusals>> {
  const opened = await openForStep(db, input, "correction");
  if (!opened.ok) return opened;
  const { placement, units } = opened.value;

  const times = timesToCorrect(placement.stays, input.correction, input.personIds);
  const meant = corrected(times, input.correction);
  const asMeant = replaced(placement.stays, meant);
  const limit = await limitOf(db, placement, asMeant, input.correction, today);
  const stays = withinLimit(asMeant, placement.stays, limit);
  const parts = correctedParts(times, input.correction);
  const isBack = (stay: StayRow) => stay.status === "in_house" && placement.stays.some(({ id, status }) => id === stay.id && status === "ended");
  const back = stays.filter(isBack);

  const gone = stays.filter(({ id, status }) => status === "ended" && meant.some((stay) => stay.id === id));
  const meanwhile = [...(await spentMeanwhile(db, opened.value, back, today)), ...(await spentByOverdue(db, opened.value, gone, today))];
  const refusals = inOrder([
    ...namedRefusals(input.personIds, placement, times.map(({ last }) => last), "correction", today),
    ...(times.length === 0 && input.personIds === null ? [{ code: "wrong_state", status: placement.status, step: "correction" } as const] : []),
    ...correctionRefusals(times, input.correction, today),
    ...(await strangersOn(db, placement.householdId, back.map(({ personId }) => personId), today)),
    ...(times.length > 0 && parts.length === 0 && !input.correction.departure?.overstay ? [{ code: "nothing_to_correct" } as const] : []),
    ...(await inHouseElsewhere(db, placement.id, stays.filter(({ id, status }) => status === "in_house" && meant.some((stay) => stay.id === id)).map((stay) => ({ ...stay, exit: expectedExit(stay, today) })), today)),
    ...alreadyPlaced(spentTwice(stays).map((stay) => ({ personId: stay.personId, placementId: placement.id, nights: presentIn(stay).nights }))),
    ...untold([...(await occupiedBy(db, units, back, [placement.id])), ...occupiedByTheirOwn(placement, back)], meanwhile),
    ...meanwhile,
  ]);
  if (refusals) return no(refusals);

  const displaced = await save(db, opened.value, { stays, parts, note: input.note, latestExit: limit.latestExit }, today);
  if (!displaced.ok) return displaced;
  const isShortened = stays.some(({ exit }, index) => exit < (asMeant[index]?.exit ?? exit));
  return ok({ ...(await findPlacement(db, placement.id)), displaced: displaced.value, warnings: isShortened ? [{ code: "exit_shortened", facts: { latestExit: limit.latestExit } }] : [] });
}

/** Only another arrival moves the limit. */
async function limitOf(db: Db, placement: PlacementRecord, stays: StayRow[], { arrival }: Correction, today: Day): Promise<{ latestExit: Day | null; binding: Day | null; isMoved: boolean }> {
  if (arrival === undefined) return { latestExit: placement.latestExit, binding: null, isMoved: false };
  const limit = await limitFromArrival(db, placement, stays, today, { hold: true });
  return { ...limit, isMoved: limit.latestExit !== placement.latestExit };
}

type Corrected = { stays: StayRow[]; parts: CorrectedPart[]; note: string; latestExit: Day | null };

async function save(db: Db, open: OpenPlacement, { stays, parts, note, latestExit }: Corrected, today: Day): Promise<Result<Displaced[], Refusals>> {
  const { placement } = open;
  const changed = stays.filter((stay, index) => JSON.stringify(stay) !== JSON.stringify(placement.stays[index]));
  const elsewhere = await yieldPlansElsewhere(db, placement.id, changed.filter(({ status }) => status !== "planned").map(presentIn), today);
  if (!elsewhere.ok) return elsewhere;
  const recorded = await recordReality(db, open, stays);
  if (!recorded.ok) return recorded;

  for (const { id, status, arrival, exit, plannedExit, departureReason, destination, overstayNights, overstay } of inOrderOfWriting(changed, placement.stays)) {
    await changeStays(db, [id], { status, arrival, exit, plannedExit, departureReason, destination, overstayNights, overstayAuthorised: overstay?.authorised ?? null, overstayNote: overstay?.note ?? null });
  }
  await sumUp(db, placement.id, { latestExit });
  await keepLimits(db, placement.householdId, today);
  await releaseProtection(db, placement.householdId);
  await addCorrection(db, { municipality: placement.municipality, placementId: placement.id, changes: parts, note });
  await recordAudit(db, { action: "placement.corrected", municipality: placement.municipality, subjectId: placement.id, facts: { stays: changed.map(({ id }) => id) } });
  return ok([...elsewhere.value, ...recorded.value]);
}

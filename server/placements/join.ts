import "server-only";
import { recordAudit } from "@/db/audit";
import type { Db } from "@/db/client";
import { may } from "@/domain/actor";
import { newId } from "@/db/ids";
import { addStays, findPlacement, type PlacementRecord, sumUp } from "@/db/placements";
import type { Warning } from "@/domain/booking";
import { type Day, laterOf } from "@/domain/day";
import { no, ok, type Result } from "@/domain/failure";
import { liveOf } from "@/domain/placement";
import { inOrder, type Refusal, type Refusals } from "@/domain/refusals";
import { exceeded, stayLimit } from "@/domain/stay-limit";
import { strictness } from "@/domain/stay-rules";
import { bookAgain } from "./book-again";
import { heldWith } from "./holding";
import { strangersOn } from "./named-people";
import { occupiedBy, occupiedByTheirOwn, untold } from "./occupied";
import { openForStep, type StepInput } from "./open";
import { writeOver } from "./record-reality";
import { keepLimits, limitNow, limitQuestion } from "./stay-limit";

export type JoiningInput = StepInput & { personId: string; date: Day; bedId: string | null; override: { reason: string } | null };

/**
 * A member of the household who has no place yet joins those who have one: a child that was born takes a cot or a bed, the one named or
 * one that is free; in a unit let whole one that is theirs already. Who sleeps with a parent joins the household and takes nothing.
 */
export async function joinPlacement(db: Db, input: JoiningInput, today: Day): Promise<Result<PlacementRecord & { warnings: Warning[] }, Refusals>> {
  const opened = await openForStep(db, input, "joining");
  if (!opened.ok) return opened;
  const { placement, units } = opened.value;
  const unit = units.find(({ id }) => id === placement.unitId);
  if (!unit) throw new Error("a placement without its unit");

  const isInHouse = placement.status === "in_house";
  const isHere = isInHouse && input.date <= today;
  const nights = { from: laterOf(input.date, placement.arrival), until: placement.exit };
  const refusals: Refusal[] = [...(await strangersOn(db, placement.householdId, [input.personId], nights.from)), ...(nights.from > nights.until ? [{ code: "exit_before_arrival" as const, arrival: nights.from, exit: nights.until }] : [])];
  const booked = await bookAgain(db, {
    placement, unitId: unit.id, people: [input.personId], stayers: liveOf(placement.stays), nights: { ...nights, until: laterOf(nights.from, nights.until) },
    beds: input.bedId === null ? null : [{ personId: input.personId, bedId: input.bedId }], isSplit: true, isOverridden: input.override !== null, isNew: true,
  }, today);
  const beyond = await beyondLimit(db, placement, { personId: input.personId, from: nights.from }, today);
  const isOverridden = input.override !== null && may(db.actor, "override", placement.municipality);
  if (!isOverridden) refusals.push(...beyond);
  const told = booked.ok ? [] : booked.failure.filter(({ code }) => !refusals.some((refusal) => refusal.code === code));
  const bedId = booked.ok ? (booked.value.assignments[0]?.bedId ?? null) : input.bedId;
  const occupied = isHere && bedId !== null ? untold([...(await occupiedBy(db, [unit], [{ unitId: unit.id, bedId }], [placement.id])), ...occupiedByTheirOwn(placement, [{ bedId }])], told) : [];
  const all = inOrder([...refusals, ...told, ...occupied]);
  if (all) return no(all);
  if (!booked.ok || bedId === null) throw new Error("a booking without its bed");

  await addStays(db, placement, [{ id: newId(), personId: input.personId, unitId: unit.id, bedId, status: isHere ? "in_house" : "planned", arrival: nights.from, exit: nights.until, plannedExit: nights.until }]);
  const { stays } = await findPlacement(db, placement.id);
  const written = await writeOver(db, placement, await heldWith(db, opened.value, stays, [bedId]));
  if (!written.ok) return written;
  const overridden = [...booked.value.overridden, ...beyond.map(({ code }) => code)];
  const codes = [...new Set([...(placement.override?.codes ?? []), ...overridden])];
  await sumUp(db, placement.id, overridden.length > 0 && input.override ? { override: { reason: input.override.reason, approvedBy: db.actor.id, codes } } : {});
  await keepLimits(db, placement.householdId, today);
  await recordAudit(db, { action: "placement.joined", municipality: placement.municipality, subjectId: placement.id, facts: { personId: input.personId, bedId, overridden } });
  return ok({ ...(await findPlacement(db, placement.id)), warnings: booked.value.warnings });
}

/** Who joins brings the nights they have used: where placements count together, the household's exit may be too late with them. */
async function beyondLimit(db: Db, placement: PlacementRecord, { personId, from }: { personId: string; from: Day }, today: Day): Promise<Refusal[]> {
  const { rule, exit } = placement;
  if (rule?.counting !== "cumulative" || (placement.override?.codes.includes("max_stay_exceeded") ?? false) || strictness(placement.arrival, exit, today).maxStay === "warn") return [];
  const joining = { id: "", personId, unitId: placement.unitId, bedId: null, status: "planned" as const, arrival: from, exit };
  const { question } = await limitQuestion(db, placement, [...placement.stays, joining], today, { hold: true });
  const refusal = exceeded(rule.id, stayLimit(question));
  const { furthestExit } = await limitNow(db, placement, today, { hold: true });
  return refusal && furthestExit !== refusal.latestExit && exit > refusal.latestExit ? [refusal] : [];
}

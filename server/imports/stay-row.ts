import "server-only";
import { z } from "zod";
import type { Day } from "@/domain/day";
import type { ImportRefusal } from "@/domain/imports";
import { CANCELLATION_REASONS, DEPARTURE_REASONS, DESTINATIONS, PLACEMENT_STATUSES, type PlacementStatus } from "@/domain/placement";
import { key, optionalCode, optionalDay, optionalKey, requiredDay } from "./cells";

const REASONS = [...new Set([...DEPARTURE_REASONS, ...CANCELLATION_REASONS])];

const cells = z.object({
  placement_id: key,
  household_id: key,
  person_id: key,
  bed_id: optionalKey,
  arrival: requiredDay,
  exit: requiredDay,
  actual_exit: optionalDay,
  exit_reason: optionalCode(REASONS),
  destination: optionalCode(DESTINATIONS),
  status: optionalCode(PLACEMENT_STATUSES),
  actual_arrival: optionalDay,
  unit_id: optionalKey,
  municipality: optionalKey.transform((text) => text?.toUpperCase() ?? null),
});
type Cells = z.infer<typeof cells>;

/** One person's nights in one bed, as they are kept: the days as they really were where they are known. */
export type StayRow = Cells & { status: PlacementStatus; arrival: Day; exit: Day; planned_exit: Day };

/** Statuses of stays that have, or had, a bed. */
const WITH_BED: readonly PlacementStatus[] = ["planned", "in_house", "ended"];

export function stayRow(today: Day) {
  return cells.transform((row, context): StayRow => {
    const status = statusOf(row, today);
    for (const [column, refusal] of refusalsOf(row, status, today)) {
      context.addIssue({ code: "custom", path: [column], params: { refusal } });
    }
    const arrival = row.actual_arrival ?? row.arrival;
    return { ...row, status, arrival, exit: row.actual_exit ?? row.exit, planned_exit: row.exit };
  });
}

function statusOf(row: Cells, today: Day): PlacementStatus {
  if (row.status !== null) return row.status;
  if (row.actual_exit !== null) return "ended";
  return (row.actual_arrival ?? row.arrival) <= today ? "in_house" : "planned";
}

function* refusalsOf(row: Cells, status: PlacementStatus, today: Day): Generator<[keyof Cells, ImportRefusal]> {
  const arrival = row.actual_arrival ?? row.arrival;
  const contradicts: ImportRefusal = { code: "status_contradicts_dates", status };

  if (row.bed_id === null && (row.unit_id === null || WITH_BED.includes(status))) yield ["bed_id", { code: "missing_value" }];
  if (status === "ended" && row.actual_exit === null) yield ["actual_exit", { code: "missing_value" }];
  if (status !== "ended" && row.actual_exit !== null) yield ["status", contradicts];
  if (status === "planned" && row.actual_arrival !== null) yield ["status", contradicts];
  if ((status === "ended" || status === "in_house") && arrival > today) yield [row.actual_arrival === null ? "arrival" : "actual_arrival", { code: "date_in_future" }];
  if (row.actual_exit !== null && row.actual_exit > today) yield ["actual_exit", { code: "date_in_future" }];
  if (row.actual_exit !== null ? row.actual_exit < arrival : row.exit < arrival) yield [row.actual_exit === null ? "exit" : "actual_exit", { code: "exit_before_arrival" }];
  if (row.actual_exit !== null && row.exit < row.arrival) yield ["exit", { code: "exit_before_arrival" }];
  if (row.exit_reason !== null && !reasonsFor(status).includes(row.exit_reason)) yield ["exit_reason", { code: "invalid_code", allowed: reasonsFor(status) }];
}

function reasonsFor(status: PlacementStatus): readonly string[] {
  return status === "cancelled" || status === "no_show" ? CANCELLATION_REASONS : DEPARTURE_REASONS;
}

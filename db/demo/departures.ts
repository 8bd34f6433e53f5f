import type { CANCELLATION_REASONS, DepartureReason, Destination } from "@/domain/placement";
import type { Random } from "./random";

export type DeparturePlan = { reason: DepartureReason; destination: Destination };
export type CancellationReason = (typeof CANCELLATION_REASONS)[number];

const USUAL: DeparturePlan[] = [
  { reason: "autonomy", destination: "private_rental" },
  { reason: "autonomy", destination: "private_rental" },
  { reason: "autonomy", destination: "private_rental" },
  { reason: "autonomy", destination: "social_housing" },
  { reason: "end_of_stay", destination: "private_rental" },
  { reason: "end_of_stay", destination: "social_housing" },
  { reason: "end_of_stay", destination: "friends" },
  { reason: "end_of_stay", destination: "family" },
  { reason: "end_of_stay", destination: "bridge" },
  { reason: "end_of_stay", destination: "bridge" },
  { reason: "transfer_other_service", destination: "sai" },
  { reason: "transfer_other_service", destination: "cas" },
  { reason: "other", destination: "other_municipality" },
];

const OF_SINGLES: DeparturePlan[] = [
  { reason: "other", destination: "abroad" },
  { reason: "left_without_notice", destination: "unknown" },
  { reason: "left_without_notice", destination: "street" },
  { reason: "rule_breach", destination: "street" },
  { reason: "hospital", destination: "hospital" },
  { reason: "end_of_stay", destination: "unknown" },
];

/** Where a reception centre sends people on to, as Milano published. */
const ONWARD: DeparturePlan[] = [
  { reason: "transfer_other_service", destination: "sai" },
  { reason: "transfer_other_service", destination: "sai" },
  { reason: "transfer_other_service", destination: "cas" },
  { reason: "autonomy", destination: "private_rental" },
  { reason: "end_of_stay", destination: "family" },
];
const WITH_MINORS: DeparturePlan = { reason: "transfer_other_service", destination: "minors_community" };

export function drawDeparture(random: Random, leaving: { isSingle: boolean; hasMinors: boolean; isReception: boolean }): DeparturePlan {
  if (leaving.isReception) return random.pick(leaving.hasMinors ? [...ONWARD, WITH_MINORS] : ONWARD);
  return random.pick(leaving.isSingle ? [...USUAL, ...OF_SINGLES] : USUAL);
}

/** True of those who went before they had to. */
export function leftEarly({ reason }: DeparturePlan): boolean {
  return reason !== "end_of_stay";
}

export const CANCELLED_FOR: CancellationReason[] = ["found_other", "household_declined", "ineligible"];
export const NO_SHOW_FOR: CancellationReason[] = ["no_contact", "found_other", "household_declined"];

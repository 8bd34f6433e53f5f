import { addSpan, type Day } from "./day";
import type { Refusal } from "./refusals";
import type { StayRule } from "./stay-rules";

export const EXTENSION_REASONS = ["lease_bridge", "health", "school_year", "no_alternative", "other"] as const;
export type ExtensionReason = (typeof EXTENSION_REASONS)[number];

/** `withdrawn`: taken back, or without object because the placement ended before somebody decided. */
export const EXTENSION_STATUSES = ["asked", "approved", "refused", "withdrawn"] as const;
export type ExtensionStatus = (typeof EXTENSION_STATUSES)[number];

/** What stands when an extension is asked or decided. */
export type ExtensionGround = {
  rule: Pick<StayRule, "id" | "maxExtensions" | "extensionLength"> | null;
  /** Under the rule and the extensions granted before; null: no limit. */
  latestExit: Day | null;
  /** The present planned exit. */
  exit: Day;
  granted: number;
  /** The furthest exit that leaves plans that follow their nights; null: nothing follows. */
  sparedUntil: Day | null;
};

/** The furthest exit that one more extension may reach; null where the rule bounds neither the stay nor the extension. */
export function furthestExtension({ rule, latestExit }: { rule: Pick<StayRule, "extensionLength"> | null; latestExit: Day | null }): Day | null {
  return latestExit !== null && rule?.extensionLength ? addSpan(latestExit, rule.extensionLength) : null;
}

/**
 * What the rule has against this extension (domain.md 3): an exit within the rule needs none, their number is limited, and each reaches
 * at most `extensionLength` beyond the latest exit before it. Tested when it is asked and again when it is decided; a manager who
 * overrides sets number and length aside, never the need.
 */
export function extensionRefusals(ground: ExtensionGround, exit: Day, isOverridden: boolean): Refusal[] {
  const { rule, latestExit, granted, sparedUntil } = ground;
  if (rule === null || latestExit === null || exit <= latestExit) return [{ code: "extension_not_needed", latestExit }];
  if (isOverridden) return [];

  const refusals: Refusal[] = [];
  const furthest = furthestExtension(ground);
  if (granted >= rule.maxExtensions) refusals.push({ code: "max_extensions_reached", granted, maxExtensions: rule.maxExtensions, latestExit });
  else if (furthest !== null && exit > furthest) refusals.push({ code: "max_stay_exceeded", latestExit: furthest, ruleId: rule.id });
  else if (sparedUntil !== null && exit > sparedUntil) refusals.push({ code: "max_stay_exceeded", latestExit: sparedUntil, ruleId: rule.id, isForPlans: true });
  return refusals;
}

/** Which rules an override set aside, for the record. */
export function setAside(ground: ExtensionGround, exit: Day): string[] {
  return extensionRefusals(ground, exit, false).map(({ code }) => code);
}

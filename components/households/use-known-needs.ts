"use client";

import { HEALTH_NEEDS } from "@/domain/people";
import { useMay } from "../session/me";

/** The needs that can be chosen; those that reveal health by who may read them. */
export function useKnownNeeds(needs: readonly string[]): string[] {
  const seesHealth = useMay("health.read");
  return needs.filter((need) => seesHealth || !HEALTH_NEEDS.includes(need));
}

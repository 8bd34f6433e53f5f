import { addDays, type Day } from "@/domain/day";
import { hasFreeMovement } from "@/domain/people";
import type { Words } from "@/messages/it";
import type { Member } from "../http/api-types";
import type { Tone } from "../ui/badge";

const SOON_DAYS = 60;

export type PermitState = { tone: Tone; text: string } & ({ isUrgent: false } | { isUrgent: true; state: "renewing" | "expired" | "soon" });

/** How somebody's residence document stands today, in words. */
export function permitState({ citizenship, residencePermit }: Member, today: Day, { households: words, codes }: Words): PermitState {
  if (citizenship && hasFreeMovement(citizenship)) return { tone: "neutral", text: words.noPermitNeeded, isUrgent: false };
  if (!residencePermit) return { tone: "neutral", text: words.noPermit, isUrgent: false };

  const { kind, expiresOn, renewalRequestedOn } = residencePermit;
  const name = codes.permitKind[kind] ?? kind;
  const isSoon = expiresOn < addDays(today, SOON_DAYS);
  if (isSoon && renewalRequestedOn) return { tone: "brand", text: words.permitRenewing(name, renewalRequestedOn), isUrgent: true, state: "renewing" };
  if (expiresOn < today) return { tone: "negative", text: words.permitExpired(name, expiresOn), isUrgent: true, state: "expired" };
  if (isSoon) return { tone: "warning", text: words.permitSoon(name, expiresOn), isUrgent: true, state: "soon" };
  return { tone: "neutral", text: words.permitValid(name, expiresOn), isUrgent: false };
}

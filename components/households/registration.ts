import type { MemberRole, ReferralSource } from "@/domain/people";
import { newKey } from "../http/new-key";
import type { NewHousehold, NewReferral } from "./household-mutations";
import { emptyMember, memberBody, missingIn, type MemberDraft } from "./member-draft";

export type ReferralDraft = { source: ReferralSource | null; urgency: number | null; note: string };

/** A new household as being typed, and how far it has got. */
export type Registration = {
  members: MemberDraft[];
  name: string;
  phone: string;
  language: string | null;
  needs: string[];
  referral: ReferralDraft;
  /** The same for every try, so that a try whose answer was lost is not done twice. */
  keys: { household: string; referral: string };
  /** Registered already, when only the referral was left out. */
  registered: { id: string; code: string } | null;
};

export const EMPTY_REFERRAL: ReferralDraft = { source: null, urgency: null, note: "" };

const ITALIAN = "IT";

export function emptyRegistration(): Registration {
  return {
    members: [emptyMember("head", { familyName: "", citizenship: ITALIAN })], name: "", phone: "", language: null, needs: [],
    referral: EMPTY_REFERRAL, keys: { household: newKey(), referral: newKey() }, registered: null,
  };
}

/** True once there is something that would be missed. */
export function isBegun({ members, name, phone, language, needs, referral, registered }: Registration): boolean {
  const [head] = members;
  return [members.length > 1, head?.givenName, head?.familyName, head?.birthDate, name, phone, language, needs.length > 0, referral.source, referral.note, registered].some(Boolean);
}

/** One more person, with the family name and citizenship of the first. */
export function withNewMember(registration: Registration, role: MemberRole): Registration {
  const [head] = registration.members;
  const added = emptyMember(role, { familyName: head?.familyName ?? "", citizenship: head?.citizenship ?? null });
  return { ...registration, members: [...registration.members, added] };
}

export function isIncomplete({ members, referral }: Registration): boolean {
  return members.some((member) => missingIn(member).length > 0) || isUrgencyMissing(referral);
}

export function isUrgencyMissing({ source, urgency }: ReferralDraft): boolean {
  return source !== null && urgency === null;
}

export function householdBody({ members, name, phone, language, needs }: Registration, municipality: string): NewHousehold {
  const texts = Object.fromEntries(Object.entries({ name: name.trim(), phone: phone.trim() }).filter(([, text]) => text !== ""));
  return { municipality, ...texts, ...(language && { language }), members: members.map(memberBody), needs };
}

/** Null where nobody said where the household comes from. */
export function referralBody({ source, urgency, note }: ReferralDraft, householdId: string, receivedOn: string): NewReferral | null {
  if (source === null || urgency === null) return null;
  return { householdId, source, urgency, receivedOn, ...(note.trim() !== "" && { note: note.trim() }) };
}

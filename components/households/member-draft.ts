import { type Gender, hasFreeMovement, type MemberRole } from "@/domain/people";
import type { Member } from "../http/api-types";
import { newKey } from "../http/new-key";

/** A member as being typed. */
export type MemberDraft = {
  key: string;
  givenName: string;
  familyName: string;
  birthDate: string | null;
  gender: Gender | null;
  role: MemberRole;
  citizenship: string | null;
  fiscalCode: string;
  hasPermit: boolean;
  permitKind: string | null;
  permitExpiresOn: string | null;
  permitRenewalRequestedOn: string | null;
};

export type DraftField = "givenName" | "familyName" | "birthDate" | "gender" | "permitKind" | "permitExpiresOn";

export function emptyMember(role: MemberRole, { familyName, citizenship }: { familyName: string; citizenship: string | null }): MemberDraft {
  return {
    key: newKey(),
    givenName: "",
    familyName,
    birthDate: null,
    gender: null,
    role,
    citizenship,
    fiscalCode: "",
    hasPermit: false,
    permitKind: null,
    permitExpiresOn: null,
    permitRenewalRequestedOn: null,
  };
}

/** Somebody already registered, to be put right. */
export function draftOf(member: Member): MemberDraft {
  const { personId: key, givenName, familyName, birthDate, gender, role, citizenship, fiscalCode, residencePermit: permit } = member;
  return {
    key, givenName, familyName, birthDate, gender, role, citizenship, fiscalCode: fiscalCode ?? "", hasPermit: permit !== null,
    permitKind: permit?.kind ?? null, permitExpiresOn: permit?.expiresOn ?? null, permitRenewalRequestedOn: permit?.renewalRequestedOn ?? null,
  };
}

/** True where the citizenship asks for a residence document. */
export function asksForPermit({ citizenship }: Pick<MemberDraft, "citizenship">): boolean {
  return citizenship !== null && !hasFreeMovement(citizenship);
}

/** The members with one changed; a household has one head, so a new head takes the place of the one before. */
export function withMember(members: MemberDraft[], changed: MemberDraft): MemberDraft[] {
  const before = members.find(({ key }) => key === changed.key);
  const isNewHead = changed.role === "head" && before?.role !== "head";
  const others = (old: MemberDraft) => (isNewHead && old.role === "head" ? { ...old, role: "other" as const } : old);
  return members.map((old) => (old.key === changed.key ? changed : others(old)));
}

/** The members without one; when that was the head, the first of the others becomes it. */
export function withoutMember(members: MemberDraft[], key: string): MemberDraft[] {
  const left = members.filter((member) => member.key !== key);
  const hasHead = left.some(({ role }) => role === "head");
  return hasHead ? left : left.map((member, index) => (index === 0 ? { ...member, role: "head" as const } : member));
}

/** What is still missing before it can be sent. */
export function missingIn(draft: MemberDraft): DraftField[] {
  const missing: DraftField[] = [];
  if (draft.givenName.trim() === "") missing.push("givenName");
  if (draft.familyName.trim() === "") missing.push("familyName");
  if (draft.birthDate === null) missing.push("birthDate");
  if (draft.gender === null) missing.push("gender");
  const hasPermit = draft.hasPermit && asksForPermit(draft);
  if (hasPermit && draft.permitKind === null) missing.push("permitKind");
  if (hasPermit && draft.permitExpiresOn === null) missing.push("permitExpiresOn");
  return missing;
}

/** The member as the API wants it; what was not said is left out. */
export function memberBody(draft: MemberDraft): Record<string, unknown> {
  const { citizenship, fiscalCode, residencePermit, ...said } = wholeBody(draft);
  return { ...said, ...(citizenship && { citizenship }), ...(fiscalCode && { fiscalCode }), ...(residencePermit && { residencePermit }) };
}

/** Only what differs from what is registered. */
export function changedBody(draft: MemberDraft, member: Member): Record<string, unknown> {
  const before: Record<string, unknown> = wholeBody(draftOf(member));
  return Object.fromEntries(Object.entries(wholeBody(draft)).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field])));
}

function wholeBody(draft: MemberDraft) {
  const permit = { kind: draft.permitKind, expiresOn: draft.permitExpiresOn, ...(draft.permitRenewalRequestedOn && { renewalRequestedOn: draft.permitRenewalRequestedOn }) };
  return {
    givenName: draft.givenName.trim(),
    familyName: draft.familyName.trim(),
    birthDate: draft.birthDate,
    gender: draft.gender,
    role: draft.role,
    citizenship: draft.citizenship,
    fiscalCode: draft.fiscalCode.trim().toUpperCase() || null,
    residencePermit: draft.hasPermit && asksForPermit(draft) ? permit : null,
  };
}

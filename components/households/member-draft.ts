import type { Gender, MemberRole } from "@/domain/people";
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
  hasPermit: boolean;
  permitKind: string | null;
  permitExpiresOn: string | null;
  permitRenewalRequestedOn: string | null;
};

export type DraftField = "givenName" | "familyName" | "birthDate" | "gender" | "permitKind" | "permitExpiresOn";

export function emptyMember(role: MemberRole, familyName = ""): MemberDraft {
  return {
    key: newKey(),
    givenName: "",
    familyName,
    birthDate: null,
    gender: null,
    role,
    citizenship: null,
    hasPermit: false,
    permitKind: null,
    permitExpiresOn: null,
    permitRenewalRequestedOn: null,
  };
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
  if (draft.hasPermit && draft.permitKind === null) missing.push("permitKind");
  if (draft.hasPermit && draft.permitExpiresOn === null) missing.push("permitExpiresOn");
  return missing;
}

/** The member as the API wants it; what was not said is left out. */
export function memberBody(draft: MemberDraft): Record<string, unknown> {
  const permit = draft.hasPermit
    ? {
        residencePermit: {
          kind: draft.permitKind,
          expiresOn: draft.permitExpiresOn,
          ...(draft.permitRenewalRequestedOn && { renewalRequestedOn: draft.permitRenewalRequestedOn }),
        },
      }
    : {};
  return {
    givenName: draft.givenName.trim(),
    familyName: draft.familyName.trim(),
    birthDate: draft.birthDate,
    gender: draft.gender,
    role: draft.role,
    ...(draft.citizenship && { citizenship: draft.citizenship }),
    ...permit,
  };
}

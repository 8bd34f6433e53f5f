"use client";

import { Trash2 } from "lucide-react";
import { IconButton } from "../ui/button";
import { useWords } from "../words/words-provider";
import { DuplicateWarning } from "./duplicate-warning";
import type { MemberDraft } from "./member-draft";
import { MemberFields } from "./member-fields";

type Props = {
  draft: MemberDraft;
  position: number;
  showsMissing: boolean;
  errors: Record<string, string>;
  onChange: (draft: MemberDraft) => void;
  onRemove: (() => void) | null;
};

/** One of the people of a new household; after the head the short way. */
export function NewMemberCard({ draft, position, onRemove, ...fields }: Props) {
  const { households: words, codes } = useWords();
  const isHead = draft.role === "head";
  return (
    <fieldset className="space-y-3 border-b border-line-soft px-4 py-4 last:border-b-0 sm:px-5">
      <legend className="sr-only">{words.member(position)}</legend>
      <div className="flex min-h-8 items-center justify-between">
        <p aria-hidden className="font-bold first-letter:uppercase">{codes.memberRole[draft.role]}</p>
        {onRemove && (
          <IconButton aria-label={words.removeMember(position)} onPress={onRemove}><Trash2 aria-hidden className="size-4" /></IconButton>
        )}
      </div>
      <MemberFields draft={draft} {...fields} isBrief={position > 1} withRole={!isHead} />
      <DuplicateWarning draft={draft} />
    </fieldset>
  );
}

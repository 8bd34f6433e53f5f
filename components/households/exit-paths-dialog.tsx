"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { HouseholdCase } from "../http/api-types";
import { useToast } from "../ui/toast";
import { useWords } from "../words/words-provider";
import { emptyPath, pathDraft, pathOf } from "./case-draft";
import { CaseForm } from "./case-form";
import { caseMutations } from "./case-mutations";
import { DraftList } from "./draft-list";
import { ExitPathFields } from "./exit-path-fields";

type Props = { opened: HouseholdCase; onClose: () => void };

/** The ways out that are tried, the likeliest first. */
export function ExitPathsDialog({ opened, onClose }: Props) {
  const { cases: words, shell } = useWords();
  const [paths, setPaths] = useState(() => (opened.exitPaths.length > 0 ? opened.exitPaths.map(pathDraft) : [emptyPath()]));
  const [hasTried, setTried] = useState(false);
  const saving = useMutation(caseMutations.agree(useQueryClient()));
  const toast = useToast();

  function save(): boolean {
    setTried(true);
    const ready = paths.map(pathOf).filter((path) => path !== null);
    if (ready.length < paths.length) return false;
    saving.mutate({ id: opened.id, version: opened.version, body: { exitPaths: ready } }, { onSuccess: () => { toast(words.saved); onClose(); } });
    return true;
  }

  return (
    <CaseForm title={words.waysOut} submitLabel={shell.save} failed={words.notSaved} error={saving.error} isPending={saving.isPending} onSubmit={save} onClose={onClose}>
      <DraftList drafts={paths} onChange={setPaths} nameOf={words.wayOut} addLabel={words.addWayOut} empty={emptyPath}>
        {(draft, set) => <ExitPathFields draft={draft} set={set} showsMissing={hasTried} />}
      </DraftList>
    </CaseForm>
  );
}

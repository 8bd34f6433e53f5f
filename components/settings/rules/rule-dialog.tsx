"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ProblemAlert } from "../../http/problem-alert";
import { useMunicipality, useToday } from "../../session/me";
import { Alert } from "../../ui/alert";
import { Button } from "../../ui/button";
import { Dialog, DialogActions } from "../../ui/dialog";
import { useToast } from "../../ui/toast";
import { useWords } from "../../words/words-provider";
import { draftOf, newRuleOf, type RuleDraft } from "./rule-draft";
import { RuleForm } from "./rule-form";
import { ruleMutations, ruleQueries, type Impact, type NewRule, type Rule } from "./rule-queries";
import { isSameScope, type Scope } from "./scopes";

/** `before`: the version that the new one follows; null makes a rule where there was none. */
type Props = { before: Rule | null; scope: Scope | null; onClose: () => void };

const EVERYWHERE: Scope = { kind: null, facilityId: null, programmeId: null };

/** A version is written in two steps: first what it says, then what it would change. */
export function RuleDialog({ before, scope, onClose }: Props) {
  const { settings: { rules: words }, shell } = useWords();
  const municipality = useMunicipality().code;
  const today = useToday();
  const [draft, setDraft] = useState<RuleDraft>(() => draftOf(before, scope ?? EVERYWHERE, today));
  const [asked, setAsked] = useState<NewRule | null>(null);
  const { data: rules = [] } = useQuery(ruleQueries.list(municipality));
  const previewing = useMutation(ruleMutations.preview());

  function preview(validFrom: string) {
    const rule = newRuleOf({ ...draft, validFrom }, municipality, before ?? rules.find((other) => isSameScope(other, draft.scope)) ?? null);
    previewing.mutate(rule, { onSuccess: () => setAsked(rule) });
  }

  return (
    <Dialog title={asked ? words.previewTitle : scope ? words.versionTitle : words.addTitle} closeLabel={shell.close} isOpen onClose={onClose}>
      {asked && previewing.data ? (
        <Preview rule={asked} impact={previewing.data} onBack={() => setAsked(null)} onSaved={onClose} />
      ) : (
        <RuleForm draft={draft} onChange={setDraft} isScopeFixed={scope !== null} onSubmit={preview} onClose={onClose} isPending={previewing.isPending}>
          {previewing.error && <ProblemAlert error={previewing.error} title={words.notSaved} />}
        </RuleForm>
      )}
    </Dialog>
  );
}

type PreviewProps = { rule: NewRule; impact: Impact; onBack: () => void; onSaved: () => void };

function Preview({ rule, impact: { items }, onBack, onSaved }: PreviewProps) {
  const words = useWords().settings.rules;
  const adding = useMutation(ruleMutations.add(useQueryClient(), rule.municipality));
  const toast = useToast();
  const beyond = items.filter(({ isBeyond }) => isBeyond).length;

  function done() {
    toast(words.saved);
    onSaved();
  }

  return (
    <div className="space-y-4">
      <Alert tone={beyond > 0 ? "warning" : "info"} title={words.touched(items.length, rule.validFrom)} isLive={false}>
        {beyond > 0 && <p>{words.beyond(beyond)}</p>}
        <p>{words.keepTheirs}</p>
      </Alert>
      {adding.error && <ProblemAlert error={adding.error} title={words.notSaved} />}
      <DialogActions>
        <Button onPress={onBack}>{words.back}</Button>
        <Button tone="primary" isPending={adding.isPending} onPress={() => adding.mutate(rule, { onSuccess: done })}>{words.save}</Button>
      </DialogActions>
    </div>
  );
}

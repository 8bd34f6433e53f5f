"use client";

import { useState, type FormEvent, type ReactNode } from "react";
import { Form } from "react-aria-components";
import { Button } from "../../ui/button";
import { Checkbox } from "../../ui/checkbox";
import { DateField } from "../../ui/date-field";
import { DialogActions } from "../../ui/dialog";
import { focusFirstInvalid } from "../../ui/focus-first-invalid";
import { NumberField } from "../../ui/number-field";
import { Switch } from "../../ui/switch";
import { useWords } from "../../words/words-provider";
import { ConditionsEditor, isComplete } from "./conditions-editor";
import { CountingFields } from "./counting-fields";
import type { RuleDraft } from "./rule-draft";
import { useScopeWords } from "./rule-words";
import { ScopeFields, scopeChoiceOf } from "./scope-fields";
import { SpanFields } from "./span-fields";

type Props = {
  draft: RuleDraft;
  onChange: (draft: RuleDraft) => void;
  isScopeFixed: boolean;
  onSubmit: (validFrom: string) => void;
  onClose: () => void;
  isPending: boolean;
  children: ReactNode;
};

export function RuleForm({ draft, onChange, isScopeFixed, onSubmit, onClose, isPending, children }: Props) {
  const { settings, shell } = useWords();
  const words = settings.rules;
  const scopeWords = useScopeWords();
  const [choice, setChoice] = useState(scopeChoiceOf(draft.scope));
  const [hasTried, setTried] = useState(false);
  const { scope, validFrom, maxStay, maxExtensions, extensionLength, turnaround, conditions } = draft;
  const change = (changed: Partial<RuleDraft>) => onChange({ ...draft, ...changed });
  const isScopeChosen = (choice !== "facility" || scope.facilityId !== null) && (choice !== "programme" || scope.programmeId !== null);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (validFrom === null || !isScopeChosen || !conditions.every(isComplete)) return focusFirstInvalid(event.currentTarget);
    onSubmit(validFrom);
  }

  return (
    <Form onSubmit={submit} validationBehavior="aria" className="space-y-4">
      {children}
      {isScopeFixed ? <p className="font-semibold">{scopeWords(scope)}</p> : <ScopeFields choice={choice} onChoice={setChoice} value={scope} onChange={(next) => change({ scope: next })} hasTried={hasTried} />}
      <DateField
        label={words.validFrom}
        hint={isScopeFixed ? words.versionHint : undefined}
        value={validFrom}
        onChange={(day) => change({ validFrom: day })}
        isRequired
        error={hasTried && validFrom === null ? settings.missing : undefined}
      />
      <fieldset className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        <legend className="mb-1 text-sm font-semibold text-ink-soft">{words.maxStay}</legend>
        <SpanFields measureLabel={words.measure} lengthLabel={words.length} units={words.unit} value={maxStay} onChange={(next) => change({ maxStay: next })} />
      </fieldset>
      <CountingFields value={draft} onChange={change} />
      <fieldset className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        <legend className="mb-1 text-sm font-semibold text-ink-soft">{words.extensions}</legend>
        <div className="sm:col-span-2">
          <NumberField label={words.maxExtensions} value={maxExtensions} minValue={0} maxValue={20} onChange={(count) => Number.isFinite(count) && change({ maxExtensions: count })} />
        </div>
        {maxExtensions > 0 && (
          <SpanFields measureLabel={words.extensionMeasure} lengthLabel={words.extensionLength} units={words.extensionUnit} value={extensionLength} onChange={(next) => change({ extensionLength: next })} />
        )}
      </fieldset>
      <div className="space-y-2">
        <Switch label={words.turnaroundOwn} isSelected={turnaround !== null} onChange={(isOwn) => change({ turnaround: isOwn ? { days: 1, working: false } : null })} />
        {turnaround && (
          <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
            <NumberField
              label={words.turnaroundDays}
              value={turnaround.days}
              minValue={0}
              maxValue={turnaround.working ? 30 : 60}
              onChange={(days) => Number.isFinite(days) && change({ turnaround: { ...turnaround, days } })}
            />
            <Checkbox label={words.working} isSelected={turnaround.working} onChange={(working) => change({ turnaround: { working, days: working ? Math.min(30, turnaround.days) : turnaround.days } })} />
          </div>
        )}
      </div>
      <ConditionsEditor value={conditions} onChange={(next) => change({ conditions: next })} hasTried={hasTried} />
      <DialogActions>
        <Button onPress={onClose}>{shell.cancel}</Button>
        <Button type="submit" tone="primary" isPending={isPending}>{settings.next}</Button>
      </DialogActions>
    </Form>
  );
}

"use client";

import { Plus, X } from "lucide-react";
import { Button as AriaButton } from "react-aria-components";
import type { Condition } from "@/domain/conditions";
import { COMPOSITIONS, GENDERS, NEEDS } from "@/domain/people";
import { IconButton } from "../../ui/button";
import { buttonLook } from "../../ui/button-look";
import { choicesOf } from "../../ui/choices";
import { Menu } from "../../ui/menu";
import { NumberField } from "../../ui/number-field";
import { ToggleChips } from "../../ui/toggle-chips";
import { useWords } from "../../words/words-provider";
import { useConditionWords } from "./rule-words";

type Code = Condition["code"];

/** As it stands when it is added: nothing chosen yet. */
const EMPTY: { [C in Code]: Extract<Condition, { code: C }> } = {
  household_size: { code: "household_size" }, composition: { code: "composition", anyOf: [] }, gender: { code: "gender", anyOf: [] }, age: { code: "age" },
  citizenship: { code: "citizenship", anyOf: [] }, lawful_residence: { code: "lawful_residence" }, needs_accepted: { code: "needs_accepted", anyOf: [] }, features: { code: "features", allOf: [] },
};

/** A condition that asks for something, and for nothing impossible. */
export function isComplete(condition: Condition): boolean {
  if ("anyOf" in condition) return condition.anyOf.length > 0;
  if ("allOf" in condition) return condition.allOf.length > 0;
  if (condition.code === "lawful_residence") return true;
  const { min, max } = condition;
  return (min !== undefined || max !== undefined) && (min === undefined || max === undefined || min <= max);
}

type Props = { value: Condition[]; onChange: (conditions: Condition[]) => void; hasTried: boolean };

/** Conditions in words, each kind once. */
export function ConditionsEditor({ value, onChange, hasTried }: Props) {
  const words = useWords().settings.rules;
  const inWords = useConditionWords();
  const codes = (Object.keys(EMPTY) as Code[]).filter((code) => !value.some((condition) => condition.code === code));
  return (
    <fieldset className="space-y-2">
      <legend className="mb-1 text-sm font-semibold text-ink-soft">{words.conditions}</legend>
      {value.length === 0 && <p className="text-ink-faint">{words.noConditions}</p>}
      {value.map((condition, index) => (
        <div key={condition.code} className="flex items-start gap-2 rounded-md border border-line px-3 py-2">
          <div className="min-w-0 flex-1 space-y-1">
            <ConditionFields condition={condition} onChange={(next) => onChange(value.with(index, next))} />
            {/* Its place stays when it is put right: the button that goes on must not move away under the hand that presses it. */}
            {hasTried && <p role="alert" className="min-h-5 text-sm font-semibold text-negative">{!isComplete(condition) && words.incomplete}</p>}
          </div>
          <IconButton aria-label={words.removeCondition(inWords(condition).name)} onPress={() => onChange(value.toSpliced(index, 1))}><X aria-hidden className="size-4" /></IconButton>
        </div>
      ))}
      {codes.length > 0 && (
        <Menu
          label={words.addCondition}
          entries={codes.map((id) => ({ id, text: words.condition[id] }))}
          onAction={(code) => onChange([...value, EMPTY[code as Code]])}
          trigger={<AriaButton className={buttonLook("quiet", "small")}><Plus aria-hidden className="size-4" />{words.addCondition}</AriaButton>}
        />
      )}
    </fieldset>
  );
}

type FieldsProps = { condition: Condition; onChange: (condition: Condition) => void };

function ConditionFields({ condition, onChange }: FieldsProps) {
  const { settings: { rules: words }, codes } = useWords();
  const label = words.condition[condition.code];
  switch (condition.code) {
    case "household_size":
    case "age":
      return <RangeFields condition={condition} onChange={onChange} />;
    case "composition":
      return <ToggleChips label={label} choices={COMPOSITIONS.map((id) => ({ id, text: words.composition[id] }))} value={condition.anyOf} onChange={(anyOf) => onChange({ ...condition, anyOf })} />;
    case "gender":
      return <ToggleChips label={label} choices={GENDERS.map((id) => ({ id, text: codes.gender[id] }))} value={condition.anyOf} onChange={(anyOf) => onChange({ ...condition, anyOf })} />;
    case "citizenship":
      return (
        <ToggleChips
          label={label}
          choices={(["third_country", "eu", "italian"] as const).map((id) => ({ id, text: words.citizenship[id] ?? id }))}
          value={condition.anyOf}
          onChange={(anyOf) => onChange({ ...condition, anyOf })}
        />
      );
    case "needs_accepted":
      return <ToggleChips label={label} choices={wordsOf([...NEEDS, ...condition.anyOf], codes.need)} value={condition.anyOf} onChange={(anyOf) => onChange({ ...condition, anyOf })} />;
    case "features":
      return <ToggleChips label={label} choices={[...choicesOf(codes.feature), ...wordsOf(condition.allOf.filter((id) => !(id in codes.feature)), {})]} value={condition.allOf} onChange={(allOf) => onChange({ ...condition, allOf })} />;
    case "lawful_residence":
      return <><p className="text-sm font-semibold text-ink-soft">{label}</p><p className="text-sm text-ink-faint">{words.lawfulHint}</p></>;
  }
}

function wordsOf(ids: readonly string[], table: Record<string, string>) {
  return [...new Set(ids)].map((id) => ({ id, text: table[id] ?? id }));
}

type Range = Extract<Condition, { code: "household_size" | "age" }>;

function RangeFields({ condition, onChange }: { condition: Range; onChange: (condition: Condition) => void }) {
  const words = useWords().settings.rules;
  const least = condition.code === "age" ? 0 : 1;
  const set = (bound: "min" | "max") => (count: number) => onChange({ ...condition, [bound]: Number.isFinite(count) ? count : undefined });
  return (
    <div role="group" aria-label={words.condition[condition.code]}>
      <p className="mb-1 text-sm font-semibold text-ink-soft">{words.condition[condition.code]}</p>
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        <NumberField label={words.min} value={condition.min ?? NaN} onChange={set("min")} minValue={least} maxValue={150} />
        <NumberField label={words.max} value={condition.max ?? NaN} onChange={set("max")} minValue={least} maxValue={150} />
      </div>
    </div>
  );
}

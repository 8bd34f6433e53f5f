"use client";

import type { Condition } from "@/domain/conditions";
import { useWords } from "../../words/words-provider";
import { useConditionWords } from "./rule-words";

export function ConditionList({ conditions }: { conditions: readonly Condition[] }) {
  const words = useWords().settings.rules;
  const inWords = useConditionWords();
  if (conditions.length === 0) return <span className="text-ink-faint">{words.noConditions}</span>;
  return (
    <ul>
      {conditions.map((condition) => {
        const { name, asks } = inWords(condition);
        return <li key={JSON.stringify(condition)}>{name}{asks && <>: <span className="font-semibold">{asks}</span></>}</li>;
      })}
    </ul>
  );
}

"use client";

import { CircleCheck, CircleX, Lightbulb } from "lucide-react";
import type { Check } from "../http/api-types";
import { useWords } from "../words/words-provider";

type Props = { checks: Check[]; label: string };

/** Every condition with its sentence, those not met first, each with what would help. */
export function ChecksList({ checks, label }: Props) {
  const words = useWords().availability;
  const inOrder = [...checks].sort((a, b) => Number(a.passed) - Number(b.passed));

  return (
    <ul aria-label={label} className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
      {inOrder.map((check, index) => (
        <li key={`${check.code}-${index}`} className="flex gap-2">
          {check.passed ? (
            <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-positive" />
          ) : (
            <CircleX aria-hidden className="mt-0.5 size-4 shrink-0 text-negative" />
          )}
          <div>
            <span className="sr-only">{check.passed ? words.passed : words.failed}: </span>
            <span className={check.passed ? "text-ink-soft" : "font-semibold text-ink"}>{check.detail}</span>
            {!check.passed && check.remedyDetail && (
              <p className="mt-0.5 flex gap-1 text-sm text-ink-soft">
                <Lightbulb aria-hidden className="mt-0.5 size-3.5 shrink-0 text-warning" />
                {check.remedyDetail}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

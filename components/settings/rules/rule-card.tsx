"use client";

import { CalendarClock, CircleCheck, History } from "lucide-react";
import { useId } from "react";
import { useToday } from "../../session/me";
import { Badge } from "../../ui/badge";
import { Button } from "../../ui/button";
import { Card, CardHead } from "../../ui/card";
import { Definition } from "../../ui/definition";
import { Disclosure } from "../../ui/disclosure";
import { useWords } from "../../words/words-provider";
import { ConditionList } from "./condition-list";
import type { Rule } from "./rule-queries";
import { useScopeWords, useSpanWords } from "./rule-words";
import { standingOf, type RuleLine } from "./scopes";

type Props = { line: RuleLine; onNewVersion?: () => void };

/** What holds now for one scope; what held before and what will hold stand behind it. */
export function RuleCard({ line, onNewVersion }: Props) {
  const words = useWords().settings.rules;
  const scope = useScopeWords()(line.scope);
  const id = useId();
  const shown = line.current ?? line.versions[0];
  const others = line.versions.filter((version) => version !== shown);
  if (!shown) return null;

  return (
    <Card labelledBy={id}>
      <CardHead
        id={id}
        title={scope}
        action={onNewVersion && <Button size="small" aria-label={words.newVersionOf(scope)} onPress={onNewVersion}>{words.newVersion}</Button>}
      >
        <StandingBadge rule={shown} />
      </CardHead>
      <div className="space-y-3 px-4 py-3 sm:px-5">
        <RuleFacts rule={shown} />
        {others.length > 0 && (
          <Disclosure title={words.versions(line.versions.length)}>
            <ul className="divide-y divide-line">
              {others.map((version) => (
                <li key={version.id} className="space-y-2 py-3">
                  <StandingBadge rule={version} />
                  <RuleFacts rule={version} />
                </li>
              ))}
            </ul>
            <p className="text-sm text-ink-faint">{words.untilHint}</p>
          </Disclosure>
        )}
      </div>
    </Card>
  );
}

function StandingBadge({ rule }: { rule: Rule }) {
  const words = useWords().settings.rules;
  const standing = standingOf(rule, useToday());
  const looks = { inForce: { tone: "positive", icon: CircleCheck }, future: { tone: "brand", icon: CalendarClock }, over: { tone: "neutral", icon: History } } as const;
  return <Badge {...looks[standing]}>{standing === "future" ? words.future(rule.validFrom) : words[standing]}</Badge>;
}

function RuleFacts({ rule }: { rule: Rule }) {
  const words = useWords().settings.rules;
  const span = useSpanWords();
  const { counting, clockScope, clockGroup, resetAfterDays, maxStay, maxExtensions, extensionLength, turnaround, validFrom, validUntil, conditions } = rule;
  return (
    <>
      <p className="text-sm text-ink-faint">{validUntil === null ? words.since(validFrom) : words.between(validFrom, validUntil)}</p>
      <dl className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
        <Definition term={words.maxStay}>
          <span className="font-semibold">{span(maxStay)}</span>
          {counting === "cumulative" && <span className="block">{words.countedTogether(words.clockScopeOf[clockScope], clockGroup, resetAfterDays)}</span>}
        </Definition>
        <Definition term={words.extensions}>{words.extensionsOf(maxExtensions, extensionLength && span(extensionLength))}</Definition>
        <Definition term={words.turnaround}>{turnaround ? words.turnaroundOf(turnaround.days, turnaround.working) : words.asFacility}</Definition>
        <Definition term={words.conditions}><ConditionList conditions={conditions} /></Definition>
      </dl>
    </>
  );
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { ScrollText } from "lucide-react";
import { ruleInForce, rulesAbout } from "@/domain/stay-rules";
import { spanInWords } from "../availability/span-words";
import type { Facility } from "../http/api-types";
import { ProblemAlert } from "../http/problem-alert";
import { useToday } from "../session/me";
import { Badge } from "../ui/badge";
import { Card, CardHead } from "../ui/card";
import { Disclosure } from "../ui/disclosure";
import { SkeletonLine } from "../ui/skeleton";
import { useWords } from "../words/words-provider";
import type { StayRuleVersion } from "./facility-answers";
import { facilityQueries } from "./facility-queries";

/** The rule that holds here today, those it overrules, and how it was before. */
export function RulesCard({ facility }: { facility: Facility }) {
  const words = useWords().facilityPage.rules;
  const today = useToday();
  const { data: rules, error } = useQuery(facilityQueries.rules(facility.municipality));
  const place = { facilityId: facility.id, kind: facility.kind, programmeId: facility.programmeId };
  const about = rulesAbout(rules ?? [], place);
  const applying = ruleInForce(rules ?? [], place, today);
  const isNow = ({ validFrom, validUntil }: StayRuleVersion) => validFrom <= today && (validUntil === null || validUntil > today);
  const [current, others] = [about.filter(isNow), about.filter((rule) => !isNow(rule))];

  return (
    <Card labelledBy="regole">
      <CardHead id="regole" title={words.title} />
      {error && <ProblemAlert error={error} title={words.failed} />}
      {!rules && !error && <div className="px-4 py-3 sm:px-5"><SkeletonLine className="w-2/3" /></div>}
      {rules && current.length === 0 && <p className="px-4 py-3 text-ink-soft sm:px-5">{words.none}</p>}
      <ul>
        {current.map((rule) => (
          <li key={rule.id} className="border-b border-line-soft px-4 py-3 last:border-b-0 sm:px-5">
            {rule.id === applying?.id ? <Badge tone="positive" icon={ScrollText}>{words.applies}</Badge> : <Badge>{words.overruled}</Badge>}
            <RuleText rule={rule} />
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <div className="px-4 py-2 sm:px-5">
          <Disclosure title={words.history(others.length)}>
            <ul className="space-y-3 pb-2">
              {others.map((rule) => <li key={rule.id}><Badge>{rule.validFrom > today ? words.coming : words.past}</Badge><RuleText rule={rule} /></li>)}
            </ul>
          </Disclosure>
        </div>
      )}
    </Card>
  );
}

function RuleText({ rule }: { rule: StayRuleVersion }) {
  const { facilityPage, availability } = useWords();
  const words = facilityPage.rules;
  const span = (of: NonNullable<StayRuleVersion["maxStay"]>) => spanInWords(of, availability.span);
  const extensions = rule.maxExtensions > 0 && rule.extensionLength ? words.extensions(rule.maxExtensions, span(rule.extensionLength)) : words.noExtensions;
  return (
    <div className="mt-1">
      <p className="font-semibold">{rule.maxStay ? words.maxStay(span(rule.maxStay)) : words.noLimit}</p>
      <p className="text-sm text-ink-soft">{[rule.maxStay && extensions, rule.turnaround && words.turnaround(rule.turnaround.days, rule.turnaround.working)].filter(Boolean).join(" ")}</p>
      <p className="text-sm text-ink-faint"><Scope rule={rule} />, {words.since(rule.validFrom, rule.validUntil)}</p>
    </div>
  );
}

function Scope({ rule: { facilityId, kind, programmeId } }: { rule: StayRuleVersion }) {
  const { facilityPage, codes } = useWords();
  const { scope } = facilityPage.rules;
  if (facilityId) return scope.facility;
  if (kind) return programmeId ? scope.kindAndProgramme(codes.kind[kind]) : scope.kind(codes.kind[kind]);
  return programmeId ? scope.programme : scope.municipality;
}

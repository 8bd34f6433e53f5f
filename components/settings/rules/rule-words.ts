"use client";

import { useQuery } from "@tanstack/react-query";
import type { Condition } from "@/domain/conditions";
import type { Span } from "@/domain/day";
import { facilityQueries } from "../../facilities/facility-queries";
import { useMunicipality } from "../../session/me";
import { useFormats, useWords } from "../../words/words-provider";
import { programmeQueries } from "../organisations-queries";
import type { Scope } from "./scopes";

export function useSpanWords(): (span: Span | null) => string {
  const { noLimit, span: words } = useWords().settings.rules;
  return (span) => {
    if (span === null) return noLimit;
    if ("months" in span) return words.months(span.months);
    return "weeks" in span ? words.weeks(span.weeks) : words.days(span.days);
  };
}

/** What a rule is for, by name. */
export function useScopeWords(): (scope: Scope) => string {
  const { settings: { rules: words }, codes } = useWords();
  const municipality = useMunicipality().code;
  const { data: facilities } = useQuery(facilityQueries.list(municipality));
  const { data: programmes } = useQuery(programmeQueries.list(municipality));
  return ({ kind, facilityId, programmeId }) => {
    const facility = facilityId && (facilities?.items.find(({ id }) => id === facilityId)?.name ?? words.unknown);
    const programme = programmeId && (programmes?.find(({ id }) => id === programmeId)?.name ?? words.unknown);
    return [facility, kind && codes.kind[kind], programme].filter(Boolean).join(" · ") || words.scope.municipality;
  };
}

/** One condition in words: its name, and what it asks for. */
export function useConditionWords(): (condition: Condition) => { name: string; asks: string } {
  const { settings: { rules: words }, codes } = useWords();
  const { list, number } = useFormats();
  const named = (values: readonly string[], table: Record<string, string>) => list(values.map((value) => table[value] ?? value));
  const range = (min?: number, max?: number) => words.range(min === undefined ? "" : number(min), max === undefined ? "" : number(max));

  return (condition) => {
    const name = words.condition[condition.code];
    switch (condition.code) {
      case "household_size":
      case "age": return { name, asks: range(condition.min, condition.max) };
      case "composition": return { name, asks: named(condition.anyOf, words.composition) };
      case "gender": return { name, asks: named(condition.anyOf, codes.gender) };
      case "citizenship": return { name, asks: named(condition.anyOf, words.citizenship) };
      case "needs_accepted": return { name, asks: named(condition.anyOf, codes.need) };
      case "features": return { name, asks: named(condition.allOf, codes.feature) };
      case "lawful_residence": return { name, asks: "" };
    }
  };
}

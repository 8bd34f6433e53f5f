"use client";

import { useQuery } from "@tanstack/react-query";
import { Printer } from "lucide-react";
import { parseAsStringLiteral, useQueryStates } from "nuqs";
import { LETTER_LANGUAGES } from "@/messages/letters/letter-words";
import { letterLanguageFor, letters } from "@/messages/letters/letters";
import { householdQueries } from "../households/household-queries";
import { householdName } from "../households/household-words";
import { ProblemAlert } from "../http/problem-alert";
import { useMe, useToday } from "../session/me";
import { PageHeading } from "../shell/page-heading";
import { Breadcrumb } from "../ui/breadcrumb";
import { Button } from "../ui/button";
import { Select } from "../ui/select";
import { TableSkeleton } from "../ui/table-skeleton";
import { useWords } from "../words/words-provider";
import { decisionOf, factsOf } from "./letter-facts";
import { LetterSheet } from "./letter-sheet";

const KINDS = ["exit", "extension"] as const;
const parsers = { kind: parseAsStringLiteral(KINDS), language: parseAsStringLiteral(LETTER_LANGUAGES) };

type Props = { householdId: string; placementId: string };

/** A letter as it will be printed. Which one and in which language stands in the address. */
export function LetterPage({ householdId, placementId }: Props) {
  const { letterPage: words, shell } = useWords();
  const [{ kind, language }, choose] = useQueryStates(parsers, { history: "replace" });
  const [today, municipalities] = [useToday(), useMe().municipalities];
  const { data: household, error } = useQuery(householdQueries.file(householdId));
  const placement = household?.placements.find(({ id }) => id === placementId);
  if (!household || !placement) return error ? <ProblemAlert error={error} /> : <TableSkeleton label={shell.loading} />;

  const decision = decisionOf(household, placementId);
  const spoken = language ?? letterLanguageFor(household.language);
  const municipality = municipalities.find(({ code }) => code === household.municipality)?.name ?? "";
  const isDecision = kind === "extension" && decision !== null;
  return (
    <>
      <div data-no-print>
        <PageHeading
          above={<Breadcrumb label={words.breadcrumb} crumbs={[{ text: householdName(household), href: `/nuclei/${household.id}` }]} />}
          title={words.title} subtitle={words.subtitle}
        >
          <Button tone="primary" onPress={() => window.print()}><Printer aria-hidden className="size-4" />{words.print}</Button>
        </PageHeading>
        <div className="mb-5 flex flex-wrap gap-4">
          <div className="w-64">
            <Select label={words.kindLabel} hint={decision === null ? words.noDecision : undefined} choices={KINDS.filter((each) => each === "exit" || decision !== null).map((id) => ({ id, text: words.kind[id] }))} value={isDecision ? "extension" : "exit"} onChange={(chosen) => void choose({ kind: chosen })} />
          </div>
          <div className="w-64"><Select label={words.languageLabel} choices={LETTER_LANGUAGES.map((id) => ({ id, text: letters[id].name }))} value={spoken} onChange={(chosen) => void choose({ language: chosen })} /></div>
        </div>
      </div>
      <LetterSheet language={spoken} facts={factsOf({ household, placement, municipality, today })} decision={isDecision ? decision : null} today={today} />
    </>
  );
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus, Scale } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { ProblemAlert } from "../../http/problem-alert";
import { useMay, useMunicipality, useToday } from "../../session/me";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { EmptyState } from "../../ui/empty-state";
import { TableSkeleton } from "../../ui/table-skeleton";
import { useWords } from "../../words/words-provider";
import { SettingsFrame } from "../settings-frame";
import { RuleCard } from "./rule-card";
import { ruleQueries } from "./rule-queries";
import { ruleLines, type RuleLine } from "./scopes";

const RuleDialog = dynamic(() => import("./rule-dialog").then((module) => module.RuleDialog), { ssr: false });

export function RulesScreen() {
  const { settings, shell } = useWords();
  const words = settings.rules;
  const today = useToday();
  const mayWrite = useMay("stay_rule.write");
  const { data, error } = useQuery(ruleQueries.list(useMunicipality().code));
  const [open, setOpen] = useState<RuleLine | "new" | null>(null);
  const lines = data && ruleLines(data, today);

  return (
    <SettingsFrame section="rules" action={mayWrite && <Button tone="primary" onPress={() => setOpen("new")}><Plus aria-hidden className="size-4" />{words.add}</Button>}>
      {error && <ProblemAlert error={error} title={settings.listFailed} />}
      {!lines && !error && <TableSkeleton label={shell.loading} rows={3} />}
      {lines?.length === 0 && <Card><EmptyState icon={Scale} title={words.none}>{words.noneText}</EmptyState></Card>}
      <div className="space-y-4">
        {lines?.map((line) => <RuleCard key={line.key} line={line} onNewVersion={mayWrite ? () => setOpen(line) : undefined} />)}
      </div>
      {open === "new" && <RuleDialog before={null} scope={null} onClose={() => setOpen(null)} />}
      {open && open !== "new" && <RuleDialog before={open.current ?? open.versions[0] ?? null} scope={open.scope} onClose={() => setOpen(null)} />}
    </SettingsFrame>
  );
}

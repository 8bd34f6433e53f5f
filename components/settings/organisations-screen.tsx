"use client";

import { useQuery } from "@tanstack/react-query";
import { Handshake, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { facilityQueries } from "../facilities/facility-queries";
import type { Organisation } from "../http/api-types";
import { ProblemAlert } from "../http/problem-alert";
import { useMunicipality } from "../session/me";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { TableSkeleton } from "../ui/table-skeleton";
import { useLocale, useWords } from "../words/words-provider";
import { SettingsFrame } from "./settings-frame";

const OrganisationDialog = dynamic(() => import("./organisation-dialog").then((module) => module.OrganisationDialog), { ssr: false });

export function OrganisationsScreen() {
  const { settings, shell } = useWords();
  const words = settings.organisations;
  const locale = useLocale();
  const { data, error } = useQuery(facilityQueries.organisations(useMunicipality().code));
  const [open, setOpen] = useState<Organisation | "new" | null>(null);
  const organisations = data?.toSorted((a, b) => a.name.localeCompare(b.name, locale));

  return (
    <SettingsFrame section="organisations" isNarrow action={<Button tone="primary" onPress={() => setOpen("new")}><Plus aria-hidden className="size-4" />{words.add}</Button>}>
      {error && <ProblemAlert error={error} title={settings.listFailed} />}
      {!organisations && !error && <TableSkeleton label={shell.loading} rows={3} />}
      {organisations && (
        <Card>
          {organisations.length === 0 && <EmptyState icon={Handshake} title={words.none}>{words.noneText}</EmptyState>}
          <ul>
            {organisations.map((organisation) => (
              <li key={organisation.id} className="flex items-center gap-3 border-b border-line-soft px-4 py-2.5 last:border-b-0 sm:px-5">
                <span className="min-w-0 flex-1 font-semibold">{organisation.name}</span>
                <Button size="small" aria-label={settings.editOf(organisation.name)} onPress={() => setOpen(organisation)}>{settings.edit}</Button>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {open && <OrganisationDialog organisation={open === "new" ? null : open} onClose={() => setOpen(null)} />}
    </SettingsFrame>
  );
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { ExternalLink } from "lucide-react";
import { administersNetwork } from "../audit/administers-network";
import { ProblemAlert } from "../http/problem-alert";
import { useMe } from "../session/me";
import { Alert } from "../ui/alert";
import { ButtonLink } from "../ui/button-link";
import { Card } from "../ui/card";
import { Definition } from "../ui/definition";
import { TableSkeleton } from "../ui/table-skeleton";
import { useWords } from "../words/words-provider";
import { ServiceForm } from "./service-form";
import { serviceQueries, type ServiceSettings } from "./service-queries";
import { SettingsFrame } from "./settings-frame";

export function ServiceScreen() {
  const { settings, shell } = useWords();
  const words = settings.service;
  const mayWrite = administersNetwork(useMe());
  const { data, error } = useQuery(serviceQueries.settings());

  return (
    <SettingsFrame section="service" isNarrow action={<ButtonLink href="/accessibilita"><ExternalLink aria-hidden className="size-4" />{words.seeStatement}</ButtonLink>}>
      {error && <ProblemAlert error={error} title={settings.listFailed} />}
      {!data && !error && <TableSkeleton label={shell.loading} rows={4} />}
      {data && <Card as="div" className="px-4 py-4 sm:px-5">{mayWrite ? <ServiceForm key={data.version} kept={data} /> : <ServiceFacts settings={data} />}</Card>}
    </SettingsFrame>
  );
}

/** For administrators of a municipality, who may read what the network's wrote. */
function ServiceFacts({ settings: { serviceName, accessibilityEmail, contactName, contactPhone } }: { settings: ServiceSettings }) {
  const words = useWords().settings.service;
  const facts = [[words.serviceName, serviceName], [words.email, accessibilityEmail], [words.contact, contactName], [words.phone, contactPhone]] as const;
  return (
    <div className="space-y-4">
      <Alert tone="info" isLive={false}>{words.byNetwork}</Alert>
      <dl className="grid gap-3 sm:grid-cols-2">
        {facts.map(([term, value]) => <Definition key={term} term={term}>{value ?? <span className="text-ink-faint">{words.notSet}</span>}</Definition>)}
      </dl>
    </div>
  );
}

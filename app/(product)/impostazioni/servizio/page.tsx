import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { municipalityWith } from "@/app/access";
import { wordsOfRequest } from "@/app/request";
import { seeded } from "@/app/seeded";
import { serviceQueries, type ServiceSettings } from "@/components/settings/service-queries";
import { ServiceScreen } from "@/components/settings/service-screen";
import { NotForYou } from "@/components/shell/not-for-you";
import { ask } from "@/server/http/ask";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOfRequest()).settings.service.title };
}

export default async function ServicePage() {
  if ((await municipalityWith("setting.write")) === null) return <NotForYou />;

  const settings = await ask<ServiceSettings>(serviceQueries.path);
  const state = seeded((queries) => queries.setQueryData(serviceQueries.settings().queryKey, settings));
  return (
    <HydrationBoundary state={state}>
      <ServiceScreen />
    </HydrationBoundary>
  );
}

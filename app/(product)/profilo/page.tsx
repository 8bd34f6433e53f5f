import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { wordsOfRequest } from "@/app/request";
import { seeded } from "@/app/seeded";
import { ProfilePage } from "@/components/profile/profile-page";
import { sessionQueries, type OpenSessions } from "@/components/profile/session-queries";
import { ask } from "@/server/http/ask";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOfRequest()).profile.title };
}

export default async function OwnProfilePage() {
  const sessions = await ask<OpenSessions>(sessionQueries.path);
  const state = seeded((queries) => queries.setQueryData(sessionQueries.open().queryKey, sessions));
  return (
    <HydrationBoundary state={state}>
      <ProfilePage />
    </HydrationBoundary>
  );
}

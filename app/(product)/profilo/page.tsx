import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { wordsOfRequest } from "@/app/request";
import { seeded } from "@/app/seeded";
import { type Calendar, noticeQueries, type Notices } from "@/components/profile/notice-queries";
import { ProfilePage } from "@/components/profile/profile-page";
import { sessionQueries, type OpenSessions } from "@/components/profile/session-queries";
import { ask } from "@/server/http/ask";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOfRequest()).profile.title };
}

export default async function OwnProfilePage() {
  const [sessions, notices, calendar] = await Promise.all([
    ask<OpenSessions>(sessionQueries.path), ask<Notices>(noticeQueries.noticesPath), ask<Calendar>(noticeQueries.calendarPath),
  ]);
  const state = seeded((queries) => {
    queries.setQueryData(sessionQueries.open().queryKey, sessions);
    queries.setQueryData(noticeQueries.notices().queryKey, notices);
    queries.setQueryData(noticeQueries.calendar().queryKey, calendar);
  });
  return (
    <HydrationBoundary state={state}>
      <ProfilePage />
    </HydrationBoundary>
  );
}

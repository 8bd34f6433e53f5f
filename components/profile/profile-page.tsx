"use client";

import { PageHeading } from "../shell/page-heading";
import { useWords } from "../words/words-provider";
import { useMay } from "../session/me";
import { CalendarCard } from "./calendar-card";
import { NoticesCard } from "./notices-card";
import { PasswordCard } from "./password-card";
import { SessionsCard } from "./sessions-card";
import { WhoCard } from "./who-card";

export function ProfilePage() {
  const words = useWords().profile;
  const works = useMay("task.read");
  return (
    <div className="max-w-3xl">
      <PageHeading title={words.title} />
      <div className="space-y-5">
        <WhoCard />
        {works && <NoticesCard />}
        {works && <CalendarCard />}
        <PasswordCard />
        <SessionsCard />
      </div>
    </div>
  );
}

"use client";

import { PageHeading } from "../shell/page-heading";
import { useWords } from "../words/words-provider";
import { PasswordCard } from "./password-card";
import { SessionsCard } from "./sessions-card";
import { WhoCard } from "./who-card";

export function ProfilePage() {
  const words = useWords().profile;
  return (
    <div className="max-w-3xl">
      <PageHeading title={words.title} />
      <div className="space-y-5">
        <WhoCard />
        <PasswordCard />
        <SessionsCard />
      </div>
    </div>
  );
}

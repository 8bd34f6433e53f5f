"use client";

import { useMe } from "../session/me";
import { PageHeading } from "../shell/page-heading";
import { Card, CardHead } from "../ui/card";
import { Definition } from "../ui/definition";
import { useWords } from "../words/words-provider";
import { PasswordCard } from "./password-card";
import { SessionsCard } from "./sessions-card";

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

function WhoCard() {
  const me = useMe();
  const words = useWords().profile;
  const roles = me.grants.map(({ role, municipality, organisation }) => [words.role[role], municipality?.name ?? words.wholeNetwork, organisation?.name].filter(Boolean).join(" · "));

  return (
    <Card labelledBy="chi">
      <CardHead id="chi" title={words.who} />
      <div className="px-4 py-4 sm:px-5">
        <dl className="grid gap-3 sm:grid-cols-2">
          <Definition term={words.name}>{me.name}</Definition>
          <Definition term={words.email}><span className="break-all">{me.email}</span></Definition>
          <Definition term={words.roles} isWide>
            <ul>{roles.map((role) => <li key={role}>{role}</li>)}</ul>
          </Definition>
        </dl>
        <p className="mt-3 text-sm text-ink-faint">{words.whoHint}</p>
      </div>
    </Card>
  );
}

"use client";

import { Pencil } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { localeFrom } from "@/messages/locale";
import { useMe } from "../session/me";
import { Button } from "../ui/button";
import { Card, CardHead } from "../ui/card";
import { Definition } from "../ui/definition";
import { useWords } from "../words/words-provider";

const WhoDialog = dynamic(() => import("./who-dialog").then((module) => module.WhoDialog), { ssr: false });

export function WhoCard() {
  const me = useMe();
  const { profile: words, shell } = useWords();
  const [isEditing, setEditing] = useState(false);
  const roles = me.grants.map(({ role, municipality, organisation }) => [words.role[role], municipality?.name ?? words.wholeNetwork, organisation?.name].filter(Boolean).join(" · "));

  return (
    <Card labelledBy="chi">
      <CardHead id="chi" title={words.who} action={<Button size="small" onPress={() => setEditing(true)}><Pencil aria-hidden className="size-4" />{words.edit}</Button>} />
      <div className="px-4 py-4 sm:px-5">
        <dl className="grid gap-3 sm:grid-cols-2">
          <Definition term={words.name}>{me.name}</Definition>
          <Definition term={words.email}><span className="break-all">{me.email}</span></Definition>
          <Definition term={words.language}>{shell.languageNames[localeFrom(me.language)]}</Definition>
          <Definition term={words.roles} isWide>
            <ul>{roles.map((role) => <li key={role}>{role}</li>)}</ul>
          </Definition>
        </dl>
        <p className="mt-3 text-sm text-ink-faint">{words.whoHint}</p>
      </div>
      {isEditing && <WhoDialog onClose={() => setEditing(false)} />}
    </Card>
  );
}

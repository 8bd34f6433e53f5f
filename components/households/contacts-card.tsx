"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import type { Household } from "../http/api-types";
import { useMay } from "../session/me";
import { Button } from "../ui/button";
import { Card, CardHead } from "../ui/card";
import { Definition } from "../ui/definition";
import { useLocale, useWords } from "../words/words-provider";
import { noteOf } from "./household-words";
import { languageName } from "./languages";
import { NeedBadges } from "./need-badges";

const ContactsDialog = dynamic(() => import("./contacts-dialog").then((file) => file.ContactsDialog), { ssr: false });

export function ContactsCard({ household }: { household: Household }) {
  const { households: words, householdFile } = useWords();
  const locale = useLocale();
  const mayWrite = useMay("household.write");
  const note = noteOf(household);
  const [isEditing, setEditing] = useState(false);

  return (
    <Card labelledBy="contatti">
      <CardHead
        id="contatti"
        title={words.contacts}
        action={mayWrite && <div data-no-print className="-me-3"><Button size="small" tone="quiet" aria-haspopup="dialog" onPress={() => setEditing(true)}>{words.editContacts}</Button></div>}
      />
      <dl className="grid grid-cols-2 gap-3 px-4 py-3 sm:px-5">
        <Definition term={words.phone}>
          {household.phone ? <a href={`tel:${household.phone}`} className="text-brand underline underline-offset-2">{household.phone}</a> : words.notGiven}
        </Definition>
        <Definition term={words.language}>
          <span suppressHydrationWarning>{household.language ? languageName(household.language, locale) : words.notGiven}</span>
        </Definition>
        <Definition term={words.needs} isWide>
          <span className="mt-0.5 flex flex-wrap gap-1.5">
            {household.needs.length === 0 ? words.noNeeds : <NeedBadges needs={household.needs} />}
          </span>
        </Definition>
        {note !== "" && <Definition term={householdFile.preferences} isWide><span className="whitespace-pre-line">{note}</span></Definition>}
      </dl>
      {isEditing && <ContactsDialog household={household} onClose={() => setEditing(false)} />}
    </Card>
  );
}

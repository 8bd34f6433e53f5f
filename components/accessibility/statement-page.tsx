"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { LanguageSwitch } from "../session/language-switch";
import { PlainHeader } from "../shell/plain-header";
import { Card } from "../ui/card";
import { Definition } from "../ui/definition";
import { usePublicWords } from "../words/words-provider";

/** The day the tests were last gone through for this text. */
const WRITTEN_ON = "2026-11-21";
const OMBUDSMAN = "https://www.agid.gov.it/it/agenzia/difensore-civico-il-digitale";
const LINK = "font-semibold text-brand underline hover:text-brand-strong";

export type StatementContacts = { serviceName: string | null; accessibilityEmail: string | null; contactName: string | null; contactPhone: string | null };

/** After the model of AGID: state, limits, whom to tell, and whom else when telling does not help. */
export function StatementPage({ contacts }: { contacts: StatementContacts }) {
  const { accessibility: words, shell } = usePublicWords();
  return (
    <>
      <PlainHeader><LanguageSwitch /></PlainHeader>
      <main className="mx-auto max-w-3xl px-4 py-8 sm:py-12">
        <p className="mb-2"><Link href="/" className={`inline-flex min-h-6 items-center ${LINK}`}>{words.toProduct}</Link></p>
        <h1 className="text-3xl">{words.title}</h1>
        <p className="mt-2 mb-5 text-lg text-ink-soft">{words.intro(contacts.serviceName ?? shell.product)}</p>
        <Card as="div" className="divide-y divide-line">
          <Part title={words.state}><p>{words.stateText}</p></Part>
          <Part title={words.tested}><Points points={words.tests} /></Part>
          <Part title={words.limits}><Points points={words.limitList} /></Part>
          <Part title={words.feedback}><Feedback contacts={contacts} /></Part>
          <Part title={words.enforcement}>
            <p>{words.enforcementText}</p>
            <p className="mt-2"><a href={OMBUDSMAN} rel="noreferrer" className={LINK}>{words.enforcementLink}</a></p>
          </Part>
          <Part title={words.written}><p>{words.writtenText(WRITTEN_ON)}</p></Part>
        </Card>
      </main>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="px-5 py-4 text-md sm:px-6">
      <h2 className="mb-1 text-xl">{title}</h2>
      {children}
    </section>
  );
}

function Points({ points }: { points: readonly string[] }) {
  return <ul className="list-disc space-y-1 ps-5">{points.map((point) => <li key={point}>{point}</li>)}</ul>;
}

/** Never an empty line: without an address it says who passes the report on. */
function Feedback({ contacts: { accessibilityEmail: email, contactName: name, contactPhone: phone } }: { contacts: StatementContacts }) {
  const words = usePublicWords().accessibility;
  return (
    <div className="space-y-3">
      <p>{words.feedbackText}</p>
      {email === null && phone === null && <p>{words.noAddress}</p>}
      {(email !== null || phone !== null) && (
        <dl className="grid gap-3 sm:grid-cols-2">
          {email !== null && <Definition term={words.email}><a href={`mailto:${email}`} className={`break-all ${LINK}`}>{email}</a></Definition>}
          {name !== null && <Definition term={words.contact}>{name}</Definition>}
          {phone !== null && <Definition term={words.phone}><a href={`tel:${phone.replace(/[^\d+]/g, "")}`} className={LINK}>{phone}</a></Definition>}
        </dl>
      )}
    </div>
  );
}

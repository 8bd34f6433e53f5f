"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useMunicipality } from "../session/me";
import { PageHeading } from "../shell/page-heading";
import { classes } from "../ui/classes";
import { useWords } from "../words/words-provider";
import { sectionsFor, type SettingsSection } from "./settings-sections";

/** `isNarrow`: little to show, kept together on a wide screen. */
type Props = { section: SettingsSection; action?: ReactNode; isNarrow?: boolean; children: ReactNode };

/** The settings' pages under one heading: each has its own address, and the way to the others above it. */
export function SettingsFrame({ section, action, isNarrow = false, children }: Props) {
  const words = useWords().settings;
  const sections = sectionsFor(useMunicipality().permissions);
  return (
    <>
      <PageHeading title={words.title} />
      {sections.length > 1 && (
        <nav aria-label={words.sections} className="mb-5 border-b border-line">
          <ul className="flex flex-wrap gap-x-1">
            {sections.map(({ id, href }) => (
              <li key={id}>
                <Link
                  href={href}
                  aria-current={id === section ? "page" : undefined}
                  className={classes(
                    "flex min-h-11 items-center border-b-[3px] px-2.5 font-semibold whitespace-nowrap -outline-offset-3 hover:text-brand",
                    id === section ? "border-brand text-brand" : "border-transparent text-ink-soft",
                  )}
                >
                  {words[id].title}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div className={isNarrow ? "max-w-3xl" : undefined}>
        <div className="mb-4 flex flex-wrap items-end gap-x-6 gap-y-3">
          <div className="min-w-0">
            <h2 className="text-2xl">{words[section].title}</h2>
            <p className="max-w-prose text-ink-faint">{words[section].hint}</p>
          </div>
          {action && <div className="flex flex-wrap gap-2 sm:ms-auto">{action}</div>}
        </div>
        {children}
      </div>
    </>
  );
}

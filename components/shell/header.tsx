"use client";

import Link from "next/link";
import { LanguageSwitch } from "../session/language-switch";
import { SearchBox } from "../search/search-box";
import { useMay, useMunicipality } from "../session/me";
import { MunicipalitySwitch } from "../session/municipality-switch";
import { PersonMenu } from "../session/person-menu";
import { useWords } from "../words/words-provider";

export function Header() {
  const words = useWords().shell;
  const municipality = useMunicipality();
  const maySearch = useMay("inventory.read");

  return (
    <header className="fixed inset-x-0 top-0 z-40 flex h-14 items-center gap-2 border-b border-header-line bg-header px-4 text-white sm:gap-4 sm:px-6 print:static print:border-line print:bg-transparent print:px-0 print:text-ink">
      <a
        href="#contenuto"
        className="sr-only rounded-md bg-white px-4 py-2 font-semibold text-header focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:outline-white"
      >
        {words.skipToContent}
      </a>
      <Link
        href="/"
        className="flex min-h-11 min-w-0 shrink flex-col justify-center rounded-sm focus-visible:outline-white sm:flex-row sm:items-center sm:gap-4 lg:min-w-52 lg:justify-start"
      >
        <span className="truncate text-xs text-header-soft print:text-ink-soft sm:border-e sm:border-header-field sm:pe-4 sm:text-sm">
          {words.authority(municipality.name)}
        </span>
        <span className="text-lg font-bold tracking-wide sm:text-xl">{words.product}</span>
      </Link>
      <div data-no-print className="ms-auto flex min-w-0 items-center gap-0.5 sm:gap-3 lg:ms-0 lg:flex-1">
        {maySearch && <div className="lg:flex-1"><SearchBox /></div>}
        <div className="flex items-center gap-0.5 sm:gap-3 lg:ms-auto">
          <MunicipalitySwitch />
          <LanguageSwitch />
          <PersonMenu />
        </div>
      </div>
    </header>
  );
}

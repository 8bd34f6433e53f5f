"use client";

import Link from "next/link";
import { LanguageSwitch } from "../session/language-switch";
import { useMunicipality } from "../session/me";
import { MunicipalitySwitch } from "../session/municipality-switch";
import { PersonMenu } from "../session/person-menu";
import { useWords } from "../words/words-provider";

export function Header() {
  const words = useWords().shell;
  const municipality = useMunicipality();

  return (
    <header className="sticky top-0 z-40 flex h-14 items-center gap-2 border-b border-header-line bg-header px-4 text-white sm:gap-4 sm:px-6">
      <a
        href="#contenuto"
        className="sr-only rounded-md bg-white px-4 py-2 font-semibold text-header focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:outline-white"
      >
        {words.skipToContent}
      </a>
      <Link
        href="/disponibilita"
        className="flex min-h-11 min-w-0 flex-col justify-center rounded-sm focus-visible:outline-white sm:flex-row sm:items-center sm:gap-4"
      >
        <span className="truncate text-xs text-header-soft sm:border-e sm:border-[#4392e0] sm:pe-4 sm:text-sm">
          {words.authority(municipality.name)}
        </span>
        <span className="text-lg font-bold tracking-wide sm:text-xl">{words.product}</span>
      </Link>
      <div className="ms-auto flex items-center gap-1 sm:gap-3">
        <MunicipalitySwitch />
        <LanguageSwitch />
        <PersonMenu />
      </div>
    </header>
  );
}

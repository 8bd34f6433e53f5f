"use client";

import { ChevronDown } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "react-aria-components";
import { LANGUAGE_COOKIE, LOCALES } from "@/messages/locale";
import { tellApi } from "../http/api";
import { Menu } from "../ui/menu";
import { useLocale, usePublicWords } from "../words/words-provider";
import { rememberInCookie } from "./cookies";
import { HEADER_BUTTON } from "./header-button";
import { useIsSignedIn } from "./me";

export function LanguageSwitch() {
  const locale = useLocale();
  const words = usePublicWords().shell;
  const router = useRouter();
  const isSignedIn = useIsSignedIn();

  function choose(language: string) {
    rememberInCookie(LANGUAGE_COOKIE, language);
    // Kept with the user for mail and for other browsers; this one has its cookie whatever comes of it.
    const kept = isSignedIn ? tellApi("PATCH", "/me", { body: { language } }).catch(() => undefined) : Promise.resolve();
    void kept.then(() => router.refresh());
  }

  return (
    <Menu
      label={words.language}
      selected={locale}
      entries={LOCALES.map((id) => ({ id, text: words.languageNames[id], lang: id }))}
      onAction={choose}
      trigger={
        <Button className={HEADER_BUTTON}>
          <span className="sr-only">{words.language}: </span>
          {locale.toUpperCase()}
          <ChevronDown aria-hidden className="size-4" />
        </Button>
      }
    />
  );
}

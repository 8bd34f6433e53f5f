"use client";

import Link from "next/link";
import { useEffect } from "react";
import { usePublicWords } from "../words/words-provider";
import { AccessFrame } from "./access-frame";
import { forgetDevice } from "./forget-device";
import { followOwnLanguage } from "./own-language";
import { SignInForm } from "./sign-in-form";

type Props = { next: string; isMailSetUp: boolean };

export function SignInPage({ next, isMailSetUp }: Props) {
  const { session: words } = usePublicWords();
  // Whoever stands here is signed out, however it came about.
  useEffect(forgetDevice, []);
  return (
    <AccessFrame title={words.title} intro={words.intro} below={<p className="mt-4 text-sm text-ink-faint">{words.help}</p>}>
      {/* A full load: what was rendered for nobody must not stay in the router's memory. */}
      <SignInForm onSignedIn={() => void followOwnLanguage().then(() => window.location.assign(next))} />
      {isMailSetUp && (
        <p className="mt-4">
          <Link href="/accesso/password-dimenticata" className="inline-flex min-h-11 items-center font-semibold text-brand underline">{words.forgotten}</Link>
        </p>
      )}
    </AccessFrame>
  );
}

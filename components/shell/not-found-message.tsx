"use client";

import { Signpost } from "lucide-react";
import { ButtonLink } from "../ui/button-link";
import { usePublicWords } from "../words/words-provider";
import { MessagePage } from "./message-page";

export function NotFoundMessage() {
  const words = usePublicWords().shell;
  return (
    <MessagePage
      icon={Signpost}
      title={words.notFoundTitle}
      text={words.notFoundText}
      action={<ButtonLink href="/disponibilita" tone="primary">{words.notFoundAction}</ButtonLink>}
    />
  );
}

"use client";

import { CloudOff } from "lucide-react";
import { Button } from "../ui/button";
import { usePublicWords } from "../words/words-provider";
import { MessagePage } from "./message-page";

export function ErrorMessage({ onRetry }: { onRetry: () => void }) {
  const words = usePublicWords().shell;
  return (
    <MessagePage icon={CloudOff} title={words.errorTitle} text={words.errorText} action={<Button tone="primary" onPress={onRetry}>{words.retry}</Button>} />
  );
}

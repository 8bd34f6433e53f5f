import { designWords, type DesignWords } from "@/messages/design-words";
import { useLocale } from "../words/words-provider";

export function useDesignWords(): DesignWords {
  return designWords[useLocale()];
}

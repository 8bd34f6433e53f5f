import { design as en } from "./en/design";
import { design as it } from "./it/design";
import type { Locale } from "./locale";

/** Not among the words of the product: nobody who uses it loads them. */
export type DesignWords = typeof it;

export const designWords: Record<Locale, DesignWords> = { it, en };

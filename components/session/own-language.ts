import { LANGUAGE_COOKIE, localeFrom } from "@/messages/locale";
import { askApi } from "../http/api";
import type { Me } from "../http/api-types";
import { rememberInCookie } from "./cookies";

/** In a browser where nobody chose a language, whoever has signed in reads the first page in their own. */
export async function followOwnLanguage(): Promise<void> {
  if (document.cookie.split("; ").some((cookie) => cookie.startsWith(`${LANGUAGE_COOKIE}=`))) return;
  const me = await askApi<Me>("/me").catch(() => null);
  if (me) rememberInCookie(LANGUAGE_COOKIE, localeFrom(me.language));
}

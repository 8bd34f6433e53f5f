import { cookies } from "next/headers";
import { cache } from "react";
import type { Me, MunicipalityGrant } from "@/components/http/api-types";
import { LANGUAGE_COOKIE, localeFrom, type Locale } from "@/messages/locale";
import type { Words } from "@/messages/it";
import { wordsFor } from "@/messages/words-for";
import { ask } from "@/server/http/ask";

export async function localeOfRequest(): Promise<Locale> {
  return localeFrom((await cookies()).get(LANGUAGE_COOKIE)?.value);
}

export async function wordsOfRequest(): Promise<Words> {
  return wordsFor(await localeOfRequest());
}

/** Who is asking, once per request. */
export const meOfRequest = cache((): Promise<Me> => ask<Me>("/me"));

/** The municipality chosen in the header, else the person's first; null where the person's roles reach none. */
export async function municipalityOfRequest(): Promise<MunicipalityGrant | null> {
  const me = await meOfRequest();
  const chosen = (await cookies()).get("postoletto-municipality")?.value;
  return me.municipalities.find(({ code }) => code === chosen) ?? me.municipalities[0] ?? null;
}

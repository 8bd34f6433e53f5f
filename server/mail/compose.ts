import "server-only";
import type { DueMessage } from "@/db/outbox";
import { mail as english } from "@/messages/en/mail";
import { mail as italian } from "@/messages/it/mail";
import { RESET_MINUTES } from "@/server/passwords/ask-for-reset";

export type Letter = { subject: string; text: string };

/** The message in the user's language; null when it has come too late to be of use. */
export function compose({ kind, payload, language }: Pick<DueMessage, "kind" | "language"> & { payload: Record<string, string> }): Letter | null {
  const words = language === "en" ? english : italian;
  switch (kind) {
    case "password_reset": {
      const { token = "", expiresAt = "" } = payload;
      if (Date.parse(expiresAt) <= Date.now()) return null;
      // After the #: browsers keep it to themselves, so that it stands in no log on the way.
      const link = new URL(`/accesso/nuova-password#token=${token}`, process.env.NEXTAUTH_URL ?? "http://localhost:3000").href;
      return words.password_reset({ link, minutes: RESET_MINUTES });
    }
    case "password_changed":
      return words.password_changed({ link: new URL("/accesso", process.env.NEXTAUTH_URL ?? "http://localhost:3000").href });
    case "tasks":
      return words.tasks({ link: new URL("/oggi?tasks=mine", process.env.NEXTAUTH_URL ?? "http://localhost:3000").href, count: Number(payload.count) });
  }
}

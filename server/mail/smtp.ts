import "server-only";
import { createTransport } from "nodemailer";
import type { Letter } from "./compose";
import type { MailSettings } from "./settings";

/** Refused for good, refused for now, or the server could not be spoken to at all. */
export type Failure = { code: string; isFinal: boolean; isEveryones: boolean };

export type Post = { send(id: string, to: string, letter: Letter): Promise<Failure | null>; close(): void };

const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** The way out through an SMTP server. The message's id makes a second copy recognisable. */
export function post({ smtpUrl, from }: MailSettings): Post {
  const transport = createTransport({ url: smtpUrl, ...PATIENCE, disableFileAccess: true, disableUrlAccess: true });
  return {
    async send(id, to, { subject, text }) {
      const messageId = `<${id}@${from.match(/@([\w.-]+)/)?.[1] ?? "localhost"}>`;
      return transport.sendMail({ from, to, subject, text, messageId, headers: { "Auto-Submitted": "auto-generated" } }).then(() => null, failureOf);
    },
    close: () => transport.close(),
  };
}

/** Codes alone: what servers say may repeat the address. */
function failureOf(error: unknown): Failure {
  const { code = "", responseCode } = error as { code?: string; responseCode?: number };
  const isOfTheMessage = code === "EENVELOPE" || code === "EMESSAGE";
  if (responseCode === undefined) return { code: "unreachable", isFinal: false, isEveryones: true };
  return { code: `smtp_${responseCode}`, isFinal: isOfTheMessage && responseCode >= 500, isEveryones: !isOfTheMessage };
}

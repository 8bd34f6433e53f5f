import "server-only";

export type MailSettings = { smtpUrl: string; from: string };

/** Where mail goes out; null where nobody set it up, and then messages wait. */
export function mailSettings(): MailSettings | null {
  const { POSTOLETTO_SMTP_URL: smtpUrl, POSTOLETTO_MAIL_FROM: from, NEXTAUTH_URL: address } = process.env;
  if (!smtpUrl) return null;
  return { smtpUrl, from: from || `postoletto@${address && URL.canParse(address) ? new URL(address).hostname : "localhost"}` };
}

/** Whether a person who forgot the password can be helped by e-mail. */
export function isMailSetUp(): boolean {
  return mailSettings() !== null;
}

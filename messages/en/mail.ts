import type { MailWords } from "../mail-words";

export const mail: MailWords = {
  password_reset: ({ link, minutes }) => ({
    subject: "Postoletto: choose a new password",
    text: `Somebody, probably you, asked for a new password for Postoletto.

Open this link within ${minutes} minutes; it works once:

${link}

If it was not you, do nothing: your password stays as it was.
`,
  }),
};

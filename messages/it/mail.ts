import type { MailWords } from "../mail-words";

export const mail: MailWords = {
  password_reset: ({ link, minutes }) => ({
    subject: "Postoletto: scegli una nuova password",
    text: `Qualcuno, probabilmente tu, ha chiesto una nuova password per Postoletto.

Apri questo collegamento entro ${minutes} minuti; si usa una volta sola:

${link}

Se non l’hai chiesto tu, non fare nulla: la password resta quella di prima.
`,
  }),
};

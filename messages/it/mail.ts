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
  password_changed: ({ link }) => ({
    subject: "Postoletto: la tua password è cambiata",
    text: `La password con cui accedi a Postoletto è stata cambiata, e le altre sessioni aperte sono state chiuse.

Se l’hai cambiata tu, o l’hai chiesto a chi amministra gli utenti, non devi fare nulla.

Altrimenti avvisa subito chi amministra gli utenti del tuo comune. Si accede da qui:

${link}
`,
  }),
  tasks: ({ link, count }) => ({
    subject: count === 1 ? "Postoletto: una nuova attività per te" : `Postoletto: ${count} nuove attività per te`,
    text: `${count === 1 ? "C’è una nuova attività che ti riguarda." : `Ci sono ${count} nuove attività che ti riguardano.`} Per vedere di che cosa si tratta accedi da qui:

${link}

Di che cosa ricevere un avviso si sceglie nel proprio profilo.
`,
  }),
};

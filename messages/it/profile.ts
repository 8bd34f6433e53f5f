import { il } from "../articles";
import type { Role } from "@/domain/actor";
import { formatsFor } from "../formats";

const { day, time, dayOf } = formatsFor("it");
const moment = (instant: string) => `${day(dayOf(instant))} alle ${time(instant)}`;

export const profile = {
  title: "Profilo e sicurezza",
  who: "I tuoi dati",
  name: "Nome",
  email: "Indirizzo e-mail",
  roles: "Ruoli",
  role: {
    social_worker: "assistente sociale",
    operator: "operatore",
    manager: "responsabile",
    coordinator: "coordinamento",
    administrator: "amministrazione",
  } satisfies Record<Role, string>,
  wholeNetwork: "tutta la rete",
  whoHint: "L’indirizzo e i ruoli li cambia chi amministra gli utenti.",
  edit: "Modifica",
  editTitle: "I tuoi dati",
  language: "Lingua",
  languageHint: "Della prima pagina dopo l’accesso e dei messaggi che ricevi.",
  nameMissing: "Scrivi il tuo nome.",
  notSaved: "Non è stato salvato.",
  saved: "I tuoi dati sono salvati.",
  notices: "Avvisi per e-mail",
  noticesHint: "Per ogni nuova attività che ti riguarda: il messaggio dice quante sono e porta alla pagina Oggi, senza dati delle persone.",
  noticesSaved: "I tuoi avvisi sono salvati.",
  notice: { overdue: "Chi è oltre il termine", needs_bed: "Chi ha perso il posto letto", extension: "Proroghe da decidere", arrival: "Arrivi da registrare", departure: "Uscite di oggi", ending: "Permanenze che finiscono", permit: "Permessi di soggiorno in scadenza", of_age: "Chi compie 18 anni" },
  password: "Password",
  passwordHint: "Quando la cambi, le altre sessioni aperte si chiudono.",
  change: "Cambia password",
  changed: "La password è cambiata.",
  changeFailed: "La password non è cambiata.",
  sessions: "Sessioni aperte",
  sessionsHint: "Dove hai fatto l’accesso. Una sessione si chiude da sola dopo 30 minuti senza attività e al massimo dopo 8 ore.",
  openedAt: (instant: string) => `Aperta ${il(moment(instant))}`,
  seenAt: (instant: string) => `Usata l’ultima volta ${il(moment(instant))}`,
  current: "questa",
  close: "Chiudi",
  closeOne: (instant: string) => `Chiudi la sessione aperta ${il(moment(instant))}`,
  closeOthers: "Chiudi tutte le altre",
  closed: "La sessione è chiusa.",
  othersClosed: (count: number) => (count === 1 ? "Un’altra sessione è chiusa." : `${count} altre sessioni sono chiuse.`),
  closeFailed: "La sessione non è stata chiusa.",
  listFailed: "Le sessioni non si possono mostrare.",
};

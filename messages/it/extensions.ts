import { al, il } from "../articles";
import { formatsFor } from "../formats";

const { day } = formatsFor("it");

export const extensions = {
  ask: "Chiedi una proroga",
  askText: "Decide un’altra persona, responsabile del comune. Fino alla decisione non cambia nulla e il posto non è tenuto per i giorni in più.",
  until: "Fino a quando",
  untilHint: (latest: string, furthest: string | null) => (furthest === null ? `La regola arriva ${al(day(latest))}: indica un giorno dopo.` : `La regola arriva ${al(day(latest))}; con una proroga al più tardi ${al(day(furthest))}.`),
  noneLeft: (granted: number): string => (granted === 0 ? "La regola non prevede proroghe: oltre il termine si resta solo con la deroga di una persona responsabile." : "Le proroghe previste dalla regola sono già state concesse: oltre si resta solo con la deroga di una persona responsabile."),
  waiting: (until: string) => `C’è già una richiesta fino ${al(day(until))} che aspetta una decisione. Per chiederne un’altra, prima ritirala dalla scheda.`,
  reasonLabel: "Motivo",
  reason: {
    lease_bridge: "contratto di affitto che inizia a breve",
    health: "motivi di salute",
    school_year: "fine dell’anno scolastico",
    no_alternative: "nessuna alternativa",
    other: "altro",
  },
  chooseReason: "Scegli il motivo.",
  chooseUntil: "Indica fino a quando.",
  note: "Nota",
  noteHint: "Che cosa aiuta a decidere: data del contratto, documenti, contatti presi.",
  noteNeeded: "Scrivi di che cosa si tratta.",
  override: "Motivo della deroga",
  overrideHint: "Va oltre il numero o la durata che la regola prevede: la deroga resta nei rapporti con il suo motivo.",
  send: "Invia la richiesta",
  asked: (until: string) => `Proroga chiesta fino ${al(day(until))}: ora decide una persona responsabile`,

  decide: "Decidi",
  decideTitle: "Decidi sulla proroga",
  present: "Uscita prevista ora",
  requested: "Chiesta fino al",
  askedBy: "Chiesta da",
  askedOn: (name: string | null, on: string) => (name === null ? `${il(day(on))}` : `${name}, ${il(day(on))}`),
  decision: "Decisione",
  grant: (until: string) => `Concedi fino ${al(day(until))}`,
  refuse: "Rifiuta",
  refuseHint: "L’uscita prevista resta quella di ora.",
  chooseDecision: "Scegli se concedere o rifiutare.",
  decisionNote: "Motivazione",
  decisionNoteNeeded: "Scrivi perché: chi l’ha chiesta deve saperlo dire al nucleo.",
  save: "Registra la decisione",
  granted: (until: string) => `Proroga concessa fino ${al(day(until))}`,
  refused: "Proroga rifiutata",
  refusedHere: "Non si può concedere così",

  withdraw: "Ritira la richiesta",
  withdrawn: "Richiesta di proroga ritirata",
  notWithdrawn: "La richiesta non è stata ritirata",

  history: "Proroghe",
  status: { asked: "in attesa", approved: "concessa", refused: "rifiutata", withdrawn: "ritirata" },
  untilDay: (until: string) => `fino ${al(day(until))}`,
  decidedBy: (name: string | null, on: string) => (name === null ? `Decisa ${il(day(on))}` : `Decisa da ${name} ${il(day(on))}`),
  overridden: (reason: string) => `In deroga: ${reason}`,
};

import { al, dal, il } from "../articles";
import { formatsFor } from "../formats";

const { day, list } = formatsFor("it");

/** What was recorded wrongly, and the rule a placement is under. */
export const amending = {
  correct: "Correggi",
  correctTitle: "Correggi ciò che è registrato",
  correctText: "Per gli errori di registrazione. Ciò che era scritto prima resta nella scheda, con il motivo e il nome di chi corregge.",
  who: "Per chi",
  chooseWho: "Scegli almeno una persona.",
  arrivalDay: "Giorno di ingresso",
  neverCame: "Non è mai arrivato: resta atteso",
  transferDay: "Giorno del trasferimento",
  exitDay: "Giorno di uscita",
  notLeft: "Non è uscito: è ancora nell’alloggio",
  note: "Che cosa era sbagliato",
  noteNeeded: "Scrivi che cosa era sbagliato.",
  nothing: "Cambia almeno un dato: è tutto come già registrato.",
  save: "Registra la correzione",
  refused: "La correzione non è possibile",
  corrected: "Correzione registrata",

  corrections: "Correzioni",
  madeBy: (by: string | null, on: string) => `${il(day(on))}${by ? `, ${by}` : ""}`,
  forWhom: (names: string[]) => list(names),
  arrivalIs: (before: string, after: string | null) => (after === null ? `mai arrivato, non ${il(day(before))}` : `ingresso ${il(day(after))}, non ${il(day(before))}`),
  transferIs: (before: string, after: string) => `trasferimento ${il(day(after))}, non ${il(day(before))}`,
  departureIs: (before: string, after: string | null) => (after === null ? `mai uscito, non ${il(day(before))}` : `uscita ${il(day(after))}, non ${il(day(before))}`),
  reasonIs: (before: string, after: string) => `motivo: ${after}, non ${before}`,
  destinationIs: (before: string, after: string) => `destinazione: ${after}, non ${before}`,
  unsaid: "non indicato",

  moveRule: "Cambia regola",
  moveRuleTitle: "Applica un’altra regola",
  moveRuleText: "Una nuova versione non tocca gli inserimenti in corso: ognuno tiene la sua, finché un responsabile non decide diversamente. Il termine si conta di nuovo dall’ingresso; le proroghe già concesse restano.",
  rule: "Regola",
  chooseRule: "Scegli la regola.",
  present: "quella di ora",
  ruleDays: (from: string, until: string | null) => (until === null ? `${dal(day(from))}` : `${dal(day(from))} ${al(day(until))}`),
  until: (exit: string | null) => (exit === null ? "nessun limite" : `al più tardi ${il(day(exit))}`),
  isBeyond: (exit: string) => `l’uscita prevista ${il(day(exit))} è oltre`,
  newExit: "Uscita prevista",
  newExitHint: "Con questa regola quella di ora è troppo tardi: anticipala, oppure scrivi il motivo della deroga.",
  noRules: "Nessuna regola riguarda questo alloggio. Scrivine una nelle impostazioni.",
  looking: "Sto cercando le regole…",
  moveRuleRefused: "La regola non si può applicare",
  ruleMoved: (exit: string | null) => (exit === null ? "Regola applicata: nessun limite di permanenza" : `Regola applicata: al più tardi ${il(day(exit))}`),
};

import type { CaseOutcome, ExitPathKind } from "@/domain/cases";
import { codes } from "./codes";
import { al, il } from "../articles";
import { formatsFor } from "../formats";

const { day, number } = formatsFor("it");

const exitPath = {
  rent_support: "contributo per l’affitto",
  social_housing: "edilizia sociale",
  private_rental: "affitto privato",
  family_or_friends: "presso familiari o amici",
  other_service: "altro servizio",
  other: "altro",
} satisfies Record<ExitPathKind, string>;

const outcome = {
  ...codes.destination,
  other_programme: "passa a un altro progetto",
  withdrawn: "rinuncia",
  death: "decesso",
} satisfies Record<CaseOutcome, string>;

export const cases = {
  exitPath,
  outcome,
  project: "Progetto individuale",
  noGoals: "Nessun obiettivo concordato.",
  aimedOn: (on: string) => `entro ${il(day(on))}`,
  late: (on: string) => `entro ${il(day(on))}, in ritardo`,
  reachedOn: (on: string) => `raggiunto ${il(day(on))}`,
  givenUpOn: (on: string, reason: string) => `abbandonato ${il(day(on))}: ${reason}`,
  waysOut: "Percorso di uscita",
  startedOn: (on: string) => `avviato ${il(day(on))}`,
  expectedOn: (on: string) => `previsto ${il(day(on))}`,
  ranked: (list: string, rank: number | null) => (rank === null ? `graduatoria: ${list}` : `graduatoria: ${list}, posizione ${number(rank)}`),
  leaseSignedOn: (on: string) => `contratto firmato ${il(day(on))}`,
  closedWith: (result: string) => `Esito: ${result}`,

  editProject: "Aggiorna progetto",
  editWaysOut: "Aggiorna percorso",
  saved: "La presa in carico è aggiornata",
  notSaved: "La presa in carico non è stata aggiornata.",
  addGoal: "Aggiungi obiettivo",
  goal: (position: number) => `Obiettivo ${position}`,
  goalText: "Che cosa",
  goalAimedOn: "Entro il",
  goalState: "A che punto è",
  state: { open: "in corso", reached: "raggiunto", given_up: "abbandonato" },
  goalReachedOn: "Raggiunto il",
  goalGivenUpOn: "Abbandonato il",
  goalReason: "Perché",
  addWayOut: "Aggiungi percorso",
  wayOut: (position: number) => `Percorso ${position}`,
  kind: "Come",
  pathStartedOn: "Avviato il",
  pathExpectedOn: "Previsto per il",
  listName: "Graduatoria",
  rank: "Posizione in graduatoria",
  rankWrong: "Scrivi un numero intero da 1 in su.",
  pathLeaseOn: "Contratto firmato il",
  note: "Nota",
  moveUp: (name: string) => `Sposta più in alto: ${name}`,
  remove: (name: string) => `Togli: ${name}`,
  missing: "Manca questo dato.",

  close: "Chiudi",
  closeTitle: "Chiudi la presa in carico",
  closeText: "Obiettivi e percorso restano nella scheda come sono ora.",
  closesOn: "Giorno",
  outcomeLabel: "Esito",
  closed: (on: string) => `La presa in carico è chiusa, fino ${al(day(on))}`,
  notClosed: "La presa in carico non è stata chiusa.",
  reopen: "Riapri",
  reopened: "La presa in carico è di nuovo aperta",
  notReopened: "La presa in carico non è stata riaperta.",
};

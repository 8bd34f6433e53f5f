import { al, il } from "../articles";
import type { HouseholdComposition, HouseholdSituation, HouseholdSort, Movement } from "@/domain/household-list";
import { formatsFor } from "../formats";

const { number, shortDay } = formatsFor("it");

export const householdList = {
  filters: "Filtra i nuclei",
  statusLabel: "Situazione",
  anyStatus: "Tutte",
  situation: { in_house: "in corso", needs_bed: "da ricollocare", planned: "previsto", ended: "concluso", not_placed: "senza posto" } satisfies Record<HouseholdSituation, string>,
  compositionLabel: "Composizione",
  anyComposition: "Tutte",
  composition: { with_minors: "con minori", without_minors: "senza minori" } satisfies Record<HouseholdComposition, string>,
  mine: "I miei nuclei",
  sortLabel: "Ordina per",
  sort: { newest: "più recenti", name: "cognome", exit: "uscita prevista", movement: "ultimo movimento", urgency: "urgenza" } satisfies Record<HouseholdSort, string>,
  exportCsv: "Esporta CSV",
  firstShown: (count: number, all: number) => `Mostrati i primi ${count} nuclei di ${number(all)}`,
  clear: "Togli i filtri",
  noneNarrowed: "Nessun nucleo corrisponde a questi filtri.",
  whereUntil: "Dove, fino a",
  until: (exit: string) => `fino ${al(shortDay(exit))}`,
  placeLost: "il posto non c’è più",
  urgencyNeeds: "Urgenza ed esigenze",
  urgency: { 1: "urgente", 2: "entro pochi giorni", 3: "può attendere" } as Record<number, string>,
  moreNeeds: (count: number) => (count === 1 ? "un’altra" : `altre ${count}`),
  lastMovement: "Ultimo movimento",
  movement: {
    arrival: (on: string) => `ingresso ${il(on)}`,
    departure: (on: string) => `uscita ${il(on)}`,
    registration: (on: string) => `registrato ${il(on)}`,
  } satisfies Record<Movement["kind"], (on: string) => string>,
};

import { formatsFor } from "../formats";

const { day } = formatsFor("it");

export const search = {
  title: "Cerca",
  placeholder: "Cerca nucleo, persona, struttura, letto",
  close: "Chiudi la ricerca",
  results: "Risultati della ricerca",
  recent: "Aperti di recente",
  begin: "Scrivi almeno due lettere di un nome, un codice come N-0142 o un numero di telefono.",
  looking: "Ricerca in corso",
  failed: "La ricerca non è riuscita.",
  noneTitle: (text: string) => `Niente corrisponde a “${text}”`,
  noneText: "Prova con una parte del cognome, con il codice del nucleo o con il nome della struttura.",
  count: (count: number) => (count === 0 ? "Nessun risultato" : count === 1 ? "1 risultato" : `${count} risultati`),
  group: { household: "Nuclei", person: "Persone", placement: "Inserimenti", facility: "Strutture", unit: "Alloggi", bed: "Posti letto" },
  born: (date: string) => `data di nascita ${day(date)}`,
  fromUntil: (from: string, until: string) => `${from} – ${until}`,
  keys: [["↑ ↓", "scegli"], ["Invio", "apri"], ["Esc", "chiudi"]] as [string, string][],
};

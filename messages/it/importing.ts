import type { FileTroubleWords } from "../importing-words";
import { formatsFor } from "../formats";

const { number, list } = formatsFor("it");
const rows = (count: number) => (count === 1 ? "1 riga" : `${number(count)} righe`);

const KINDS = { facilities: "Strutture", households: "Nuclei", stays: "Permanenze" };

const troubles: FileTroubleWords = {
  empty: () => "Il file è vuoto. Scegline un altro, o parti dal modello.",
  too_big: ({ megabytes }) => `Il file pesa ${number(megabytes)} MB, il massimo è 100 MB. Dividilo in più file: l’ordine non conta.`,
  spreadsheet: () => "Questo è un foglio di calcolo, non un CSV. Aprilo e salvalo come «CSV UTF-8», poi scegli il file salvato.",
  not_text: () => "Questo non è un file di testo. Serve un CSV: parti dal modello.",
  wrong_encoding: () => "Il file non è in UTF-8. Salvalo come «CSV UTF-8» e scegli di nuovo.",
  wrong_separator: () => "Le colonne sono separate da un segno che non si riconosce. Salva il file con la virgola o il punto e virgola come separatore.",
  other_kind: ({ kind }) => `Le colonne sono quelle di un file «${KINDS[kind]}». Scegli «${KINDS[kind]}» qui sopra, oppure un altro file.`,
};

export const importing = {
  title: "Importa",
  subtitle: "Strutture, nuclei e permanenze da un file CSV",
  what: "1. Che cosa",
  kind: "Contenuto del file",
  kinds: KINDS,
  kindHints: {
    facilities: "Una riga per posto letto, con il suo alloggio e la sua struttura.",
    households: "Una riga per persona; le righe con lo stesso household_id sono un solo nucleo, con un capofamiglia.",
    stays: "Una riga per persona, posto letto e periodo continuo. Strutture e nuclei vanno importati prima.",
  },
  template: "Scarica il modello",
  columns: "Le colonne, una per una",
  columnsTable: (kind: string) => `Colonne di ${kind}`,
  column: "Colonna",
  meaning: "Che cosa contiene",
  isRequired: "obbligatoria",
  isOptional: "facoltativa",
  codesAllowed: (codes: string[]) => `Codici: ${list(codes)}.`,
  codeMeans: (code: string, meaning: string) => `${code} (${meaning})`,
  columnsNote: "La prima riga porta i nomi delle colonne, in qualsiasi ordine. Le date si scrivono 2027-03-31, gli elenchi in una cella con | tra un codice e l’altro. Altre colonne non disturbano.",
  columnWords: {
    facilities: {
      facility_id: "Identificativo della struttura nel vostro sistema: lo stesso in ogni riga della struttura.",
      facility_name: "Nome della struttura.",
      municipality: "Codice catastale del comune, per esempio G478.",
      kind: "Tipo di struttura.",
      unit_id: "Identificativo dell’alloggio o della stanza.",
      unit_name: "Nome dell’alloggio o della stanza.",
      letting: "A posti letto, o intero alloggio a un solo nucleo.",
      bed_id: "Identificativo del posto letto.",
      bed_name: "Nome del posto letto, unico nel suo alloggio.",
      opens_on: "Primo giorno in cui il posto letto è aperto; vuoto: da sempre.",
      closes_on: "Primo giorno in cui non è più aperto; vuoto: senza fine.",
      gender_policy: "Chi può dormirci.",
      features: "Caratteristiche, per esempio step_free|cot.",
      flat: "Appartamento che riunisce più stanze.",
      bed_kind: "Tipo di letto.",
    },
    households: {
      household_id: "Identificativo del nucleo nel vostro sistema: lo stesso per ogni suo componente.",
      person_id: "Identificativo della persona.",
      municipality: "Codice catastale del comune, per esempio G478.",
      given_name: "Nome.",
      family_name: "Cognome.",
      birth_date: "Data di nascita.",
      gender: "Genere.",
      role: "Ruolo nel nucleo; uno solo è capofamiglia.",
      needs: "Esigenze, per esempio step_free|cot. Quelle di salute sono conservate cifrate.",
      member_from: "Da quando fa parte del nucleo; vuoto: da sempre.",
      member_until: "Primo giorno in cui non ne fa più parte.",
    },
    stays: {
      placement_id: "Identificativo dell’inserimento: le righe che lo ripetono sono un solo inserimento.",
      household_id: "Il nucleo, con l’identificativo del file dei nuclei.",
      person_id: "La persona, con l’identificativo del file dei nuclei.",
      bed_id: "Il posto letto, con l’identificativo del file delle strutture.",
      arrival: "Primo giorno, previsto o effettivo.",
      exit: "Giorno di uscita previsto: quella notte il letto è già libero.",
      actual_exit: "Giorno in cui la persona è uscita davvero; vuoto se c’è ancora.",
      exit_reason: "Motivo dell’uscita.",
      destination: "Dove è andata.",
      status: "Stato, se non si capisce dalle date.",
      actual_arrival: "Giorno di ingresso effettivo, se diverso.",
      unit_id: "L’alloggio, quando manca il posto letto.",
      municipality: "Codice catastale, se più comuni hanno gli stessi identificativi.",
    },
  } as Record<string, Record<string, string>>,

  file: "2. Il file",
  fileLabel: "Trascina qui il file CSV, oppure sceglilo",
  fileHint: "UTF-8, con virgola o punto e virgola, fino a 100 MB. Prima si prova tutto senza salvare nulla.",
  choose: "Scegli un file",
  sending: "Caricamento",
  sent: (sentBytes: number, wholeBytes: number) => `${bytes(sentBytes)} di ${bytes(wholeBytes)}`,
  checking: "Controllo in corso",
  checkingText: "Il file è arrivato: righe, riferimenti e sovrapposizioni vengono controllati uno per uno.",
  writing: "Importazione in corso",
  stop: "Interrompi",
  troubleTitle: "Questo file non va bene",
  troubles,
  failedPreview: "Il controllo non è arrivato alla fine",
  failedImport: "Non sappiamo se l’importazione è arrivata alla fine",
  cutPreview: "La connessione si è interrotta, o il file è stato modificato dopo averlo scelto. Nulla è stato salvato: prova di nuovo.",
  cutImport: "La connessione si è interrotta. Ripetere non fa danni: ciò che è già entrato non entra due volte.",
  tryAgain: "Prova di nuovo",

  preview: "3. Anteprima",
  previewText: "Nulla è ancora stato salvato.",
  rowsTile: "Righe",
  createdTile: "Nuove",
  updatedTile: "Cambiano",
  sameTile: "Già presenti",
  rejectedTile: "Rifiutate",
  unreadableTitle: "Il file non si può leggere",
  goodTitle: "Tutte le righe vanno bene",
  nothingTitle: "Non c’è niente da importare",
  nothingText: "Tutto ciò che è nel file c’è già, uguale.",
  someTitle: (rejected: number) => (rejected === 1 ? "1 riga non va bene" : `${number(rejected)} righe non vanno bene`),
  someText: (good: number) =>
    good === 1
      ? "Correggi il file e sceglilo di nuovo; oppure importa solo la riga che va bene: le altre restano fuori e si possono importare dopo."
      : `Correggi il file e sceglilo di nuovo; oppure importa solo le ${number(good)} righe che vanno bene: le altre restano fuori e si possono importare dopo.`,
  allRefusedTitle: "Nessuna riga va bene",
  allRefusedText: "Correggi il file e sceglilo di nuovo.",
  importAll: (count: number) => `Importa ${rows(count)}`,
  importGood: (count: number) => (count === 1 ? "Importa solo la riga buona" : `Importa solo le ${number(count)} righe buone`),
  allOrNothing: "O entra tutto, o niente.",
  otherFile: "Scegli un altro file",

  rejections: "Righe rifiutate",
  rejectionsListed: (listed: number) => `Sono elencati i primi ${number(listed)} motivi.`,
  rowColumn: "Riga",
  reason: "Perché, e che cosa andrebbe bene",
  wholeRow: "tutta la riga",
  downloadRejections: "Scarica l’elenco (CSV)",
  rejectionsFile: "righe-rifiutate.csv",
  pages: "Pagine delle righe rifiutate",
  previous: "Precedenti",
  next: "Successive",
  pageOf: (page: number, pages: number) => `Pagina ${number(page)} di ${number(pages)}`,

  doneTitle: "Importazione completata",
  doneRefusedTitle: "Non è stato importato nulla",
  doneText: (created: number, updated: number) => `${rows(created)} ${created === 1 ? "nuova" : "nuove"}, ${rows(updated)} ${updated === 1 ? "cambiata" : "cambiate"}.`,
  doneRejected: (count: number) => (count === 1 ? "1 riga è rimasta fuori." : `${number(count)} righe sono rimaste fuori.`),
  repeatText: "Lo stesso file si può importare di nuovo senza danni: ciò che è già entrato resta com’è.",
  see: { facilities: "Vai alle strutture", households: "Vai ai nuclei", stays: "Vai ai nuclei" },
  another: "Importa un altro file",

  leaveTitle: "L’importazione è in corso",
  leaveText: "Se esci da questa pagina il caricamento si interrompe e non vedrai com’è andata. Ripetere più tardi lo stesso file non fa danni.",
  leave: "Esci dalla pagina",
  stay: "Resta qui",

  exports: "Esporta",
  exportsText: (municipality: string) => `I dati di ${municipality} nelle stesse colonne dell’importazione, da riaprire in un foglio di calcolo. Le esigenze di salute non escono.`,
  exportKind: (kind: string) => `Scarica ${kind} (CSV)`,
};

/** "1,4 MB" */
function bytes(count: number): string {
  return count < 1_000_000 ? `${number(Math.ceil(count / 1000))} kB` : `${number(Math.round(count / 100_000) / 10)} MB`;
}

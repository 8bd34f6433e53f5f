import { al, dal, il } from "../articles";
import { dayIn } from "../days";
import type { ImportWords } from "../import-words";

const day = (value: string) => dayIn("it", value);
const row = (number: number | undefined) => (number === undefined ? "" : ` (riga ${number})`);

const WHAT = { stay: "la permanenza", offer: "la proposta", closure: "l’indisponibilità", turnaround: "il riassetto dopo" };

export const imports: ImportWords = {
  kinds: {
    facilities:
      "Strutture: una riga per posto letto, con il suo alloggio e la sua struttura. Date, genere e caratteristiche sono quelle che valgono per il posto letto; ciò che tutti i posti hanno in comune è scritto nella struttura. Senza le colonne flat e bed_kind queste restano come sono.",
    households:
      "Nuclei: una riga per persona, con un solo capofamiglia. Senza member_from un nuovo componente appartiene al nucleo dal 1900-01-01. Le esigenze del nucleo sono quelle di tutte le sue righe; quelle che rivelano la salute sono cifrate, non si esportano e restano se il file non ne indica.",
    stays:
      "Permanenze: una riga per persona, posto letto e periodo continuo; le righe con lo stesso placement_id sono un solo inserimento. Senza stato: concluso con l’uscita effettiva, in corso dall’arrivo, altrimenti previsto. bed_id è vuoto solo se manca un posto o la permanenza non c’è stata; allora unit_id dice dove. municipality serve solo se più comuni hanno gli stessi identificativi. Requisiti e durata massima non si controllano, sovrapposizioni e date di apertura sì; il riassetto è 0.",
  },
  refusals: {
    wrong_encoding: () => "Il file non è in UTF-8: salvalo come «CSV UTF-8» e ripeti.",
    malformed_csv: () => "La riga non si può leggere: controlla le virgolette, che vanno aperte e chiuse.",
    too_many_rows: (f) => `Il file ha più di ${f.most.toLocaleString("it")} righe: dividilo in più file.`,
    missing_column: (f) => `Manca la colonna ${f.column}. Il modello con tutte le colonne è in template.csv.`,
    duplicate_column: (f) => `La colonna ${f.column} compare più volte: lasciane una.`,
    wrong_cell_count: (f) => `La riga ha ${f.found} celle, l’intestazione ne ha ${f.expected}.`,
    missing_value: () => "Il valore manca.",
    too_long: () => "Il testo è troppo lungo.",
    invalid_date: () => "La data non esiste o non è scritta come 2027-03-31.",
    invalid_code: (f) => `Il codice non è ammesso. Codici possibili: ${f.allowed.join(", ")}.`,
    invalid_list: () => "L’elenco contiene un codice non valido: lettere minuscole, cifre e _, separati da |.",
    exit_before_arrival: () => "L’uscita è prima dell’arrivo.",
    date_in_future: () => "La data è nel futuro: si importa come avvenuto solo ciò che è già avvenuto.",
    until_before_from: () => "La fine viene prima dell’inizio.",
    status_contradicts_dates: (f) => `Lo stato ${f.status} non va d’accordo con le date effettive.`,
    unknown_municipality: () => "Il codice catastale non è di alcun comune.",
    not_allowed: () => "Non puoi importare dati di questo comune.",
    unknown_household: (f) => `Il nucleo ${f.id} non è noto: importa prima i nuclei.`,
    unknown_person: (f) => `La persona ${f.id} non è nota: importa prima i nuclei.`,
    unknown_bed: (f) => `Il posto letto ${f.id} non è noto: importa prima le strutture.`,
    unknown_unit: (f) => `L’alloggio ${f.id} non è noto: importa prima le strutture.`,
    ambiguous_reference: () => "Gli identificativi esistono in più comuni: aggiungi la colonna municipality.",
    duplicate: (f) => `La riga ripete la riga ${f.otherRow}.`,
    differs_from_row: (f) => `Il valore è diverso da quello della riga ${f.otherRow}, che parla della stessa cosa.`,
    unit_in_other_facility: (f) => `L’alloggio appartiene alla struttura ${f.other}: non si sposta.`,
    bed_in_other_unit: (f) => `Il posto letto appartiene all’alloggio ${f.other}: non si sposta.`,
    name_taken: (f) => `Nell’alloggio il nome è già del posto letto ${f.other}${row(f.otherRow)}.`,
    letting_in_use: () => "Il modo di assegnazione non si può cambiare: l’alloggio ha già avuto permanenze o proposte.",
    bed_in_use: (f) => `Il posto letto è impegnato ${dal(day(f.from))} ${al(day(f.until))}: le date di apertura devono comprenderlo.`,
    facility_incomplete: () => "La modifica riguarda l’intera struttura: metti nel file tutti i suoi posti letto.",
    head_missing: (f) => `Il nucleo ${f.id} non ha un capofamiglia (role head).`,
    several_heads: (f) => `Il nucleo ${f.id} ha più di un capofamiglia (role head).`,
    person_in_other_household: (f) => `Negli stessi giorni la persona fa parte del nucleo ${f.other}${row(f.otherRow)}.`,
    not_a_member: (f) => `La persona ${f.person} non fa parte del nucleo ${f.household}.`,
    household_differs: (f) => `L’inserimento è del nucleo ${f.other}.`,
    bed_not_open: (f) => `Il posto letto non è aperto per tutto il periodo: apre ${f.opensOn ? `${il(day(f.opensOn))}` : "da sempre"}${f.closesOn ? `, chiude ${il(day(f.closesOn))}` : ""}.`,
    bed_taken: (f) => `Il posto letto ${f.bed} è preso ${dal(day(f.from))} ${al(day(f.until))}: lo impedisce ${WHAT[f.kind]} ${f.other}${row(f.otherRow)}.`,
    bed_occupied: (f) => `Nel posto letto ${f.bed}, o altrove, c’è ancora chi non è uscito: ${f.other}${row(f.otherRow)}.`,
    person_already_placed: (f) => `La persona ${f.person} è già in un altro posto ${dal(day(f.from))} ${al(day(f.until))}: ${f.other}${row(f.otherRow)}.`,
    group_rejected: (f) => `La riga va insieme alla riga ${f.otherRow}, che è rifiutata.`,
    changed_meanwhile: () => "I dati sono cambiati durante l’importazione, o il file contrasta con essi: nulla è stato importato, ripeti.",
  },
};

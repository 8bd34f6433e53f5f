import { al, dal, dalAtStart, il } from "../articles";
import { formatsFor } from "../formats";

const { day, dayMonth, dayAndMonth, shortDay, time, list } = formatsFor("it");

const units = (count: number) => (count === 1 ? "1 alloggio" : `${count} alloggi`);
const nights = (count: number) => (count === 1 ? "1 notte" : `${count} notti`);
const adults = (count: number) => (count === 1 ? "1 adulto" : `${count} adulti`);
/** "2 donne", "1 uomo", "3 adulti" when they differ or are not told. */
const described = (genders: string[]) => {
  const [first] = genders;
  const count = genders.length;
  if (genders.some((gender) => gender !== first)) return adults(count);
  if (first === "female") return count === 1 ? "1 donna" : `${count} donne`;
  if (first === "male") return count === 1 ? "1 uomo" : `${count} uomini`;
  return adults(count);
};
const minors = (count: number) => (count === 1 ? "1 minore" : `${count} minori`);
const age = (years: number) => (years === 0 ? "meno di 1 anno" : years === 1 ? "1 anno" : `${years} anni`);

type Verdict = { fit: number; later: number };
type Shared = { gender: string; isMinor: boolean; count: number };

const sharedPeople = ({ gender, isMinor, count }: Shared) => {
  if (isMinor) return minors(count);
  if (gender === "female") return count === 1 ? "1 donna" : `${count} donne`;
  if (gender === "male") return count === 1 ? "1 uomo" : `${count} uomini`;
  return count === 1 ? "1 persona" : `${count} persone`;
};

export const availability = {
  title: "Disponibilità",
  subtitle: "Dove c’è posto, per chi, fino a quando",
  updated: (instant: string) => `aggiornato alle ${time(instant)}`,
  searchForm: "Ricerca di un posto",
  changeSearch: "Cambia",
  showResults: (found: string) => (found === "" ? "Mostra i risultati" : `Mostra: ${found}`),
  dates: "Dal – al",
  period: (from: string, until: string) => `${shortDay(from)} – ${shortDay(until)}`,
  nightsLabel: "Notti",
  nightsDialog: "Quante notti",
  noNights: "nessuna notte",
  tonight: "stanotte",
  datesWrong: "L’uscita deve venire dopo l’arrivo.",
  nights,
  who: "Per chi",
  whoDialog: "Per chi cerchi un posto",
  people: (genders: string[], ages: number[]) =>
    [genders.length > 0 ? described(genders) : null, ages.length > 0 ? `${minors(ages.length)} (${list(ages.map(String))} ${ages.length === 1 && ages[0] === 1 ? "anno" : "anni"})` : null]
      .filter(Boolean)
      .join(", "),
  composition: (adultCount: number, minorCount: number) =>
    [adultCount > 0 ? adults(adultCount) : null, minorCount > 0 ? minors(minorCount) : null].filter(Boolean).join(", "),
  household: "Nucleo",
  findHousehold: "Cerca un nucleo già registrato",
  findHouseholdHint: "Per nome o codice",
  noHousehold: "Nessun nucleo trovato. Prova con un’altra parte del nome.",
  newHousehold: "Registra un nuovo nucleo",
  orDescribe: "oppure descrivi le persone",
  removeHousehold: "Togli il nucleo",
  adults: "Adulti",
  adultGender: (position: number) => `Genere dell’adulto ${position}`,
  adultGenders: { unknown: "non indicato", female: "donna", male: "uomo", other: "altro" },
  minors: "Minori",
  minorAge: (position: number) => `Età del ${position}° minore`,
  age,
  done: "Fatto",
  needs: "Esigenze",
  filtersOn: (count: number) => (count === 1 ? "1 scelta" : `${count} scelte`),
  kind: "Tipo",
  allKinds: "Tutti i tipi",
  results: "Risultati",
  confirmedAt: (daysAgo: number, instantDay: string, instant: string) =>
    daysAgo <= 0 ? `confermato oggi ${time(instant)}` : daysAgo === 1 ? "confermato ieri" : `confermato ${il(dayMonth(instantDay))}`,
  neverConfirmed: "mai confermato",
  freeOf: (free: number, all: number) => (free === 1 ? `1 letto libero su ${all}` : `${free} letti liberi su ${all}`),
  bedFree: (name: string) => `letto ${name}: libero`,
  bedTaken: (name: string) => `letto ${name}: non libero`,
  fits: "adatto",
  fitsNot: "non adatto",
  spareBeds: (count: number) => (count === 1 ? "1 letto in più del necessario" : `${count} letti in più del necessario`),
  exactBeds: "letti giusti per il nucleo",
  sharesWith: (groups: string[], shared: number) => `condividerebbe con ${list(groups)}, ${nights(shared)}`,
  sharedPeople,
  sharedOfAge: (group: Shared & { ageBand: string }) => `${sharedPeople(group)} (${group.ageBand} anni)`,
  until: (exit: string) => `fino ${al(shortDay(exit))}`,
  untilNote: "uscita al più tardi",
  noLimit: "senza limite di permanenza",
  span: { months: (n: number) => (n === 1 ? "1 mese" : `${n} mesi`), weeks: (n: number) => (n === 1 ? "1 settimana" : `${n} settimane`), days: (n: number) => (n === 1 ? "1 giorno" : `${n} giorni`) },
  freeFrom: (from: string) => `libero ${dal(day(from))}`,
  restsOnExit: "se chi c’è esce come previsto",
  daysLater: (days: number) => (days === 1 ? "1 giorno dopo" : `${days} giorni dopo`),
  awaitsDeparture: "attende l’uscita di oggi",
  assign: "Assegna",
  assignFrom: (from: string) => `Assegna ${dal(dayAndMonth(from))}`,
  assignUnitFrom: (unit: string, facility: string, from: string) => `Assegna ${dal(dayAndMonth(from))}: ${unit}, ${facility}`,
  assignUnit: (unit: string, facility: string) => `Assegna ${unit}, ${facility}`,
  why: "Perché",
  whyUnit: (unit: string, facility: string) => `Perché: ${unit}, ${facility}`,
  checksOf: (unit: string) => `Condizioni di ${unit}`,
  passed: "soddisfatta",
  failed: "non soddisfatta",
  moreReasons: (count: number) => (count === 1 ? "e 1 altro motivo" : `e altri ${count} motivi`),
  verdict: ({ fit, later }: Verdict) =>
    [fit === 0 ? "Nessun alloggio adatto" : fit === 1 ? "1 alloggio adatto" : `${fit} alloggi adatti`, later === 0 ? null : `${later} più avanti`].filter(Boolean).join(", "),
  examined: (count: number, municipality: string) => `${units(count)} ${count === 1 ? "esaminato" : "esaminati"} a ${municipality}.`,
  excludedBy: "Cosa li esclude",
  excludedNote: "Un alloggio può avere più motivi.",
  smallChange: "Con un cambiamento piccolo",
  changeWithout: (features: string[]) => `Senza ${list(features.map((feature) => `“${feature}”`))}`,
  changeUntil: (exit: string) => `Uscita entro ${il(day(exit))}`,
  changeFrom: (arrival: string) => `${dalAtStart(day(arrival))}`,
  changeKind: (kind: string) => `Tipo “${kind}”`,
  alsoIn: (municipality: string) => `Anche a ${municipality} (rete)`,
  plusUnits: (count: number) => `+${units(count)}`,
  nothingTitle: "Nessun alloggio da mostrare",
  nothingText: "Qui non ci sono alloggi del tipo scelto. Prova con tutti i tipi.",
  nothingAtAll: "In questo comune non ci sono ancora strutture con alloggi.",
  nothingAction: "Mostra tutti i tipi",
  stillLooking: "Sto cercando",
  failedSearch: "La ricerca non è riuscita.",
  clock: "Contatore di permanenza",
  clockTakes: (taken: number, left: number) => `Questa permanenza prende ${nights(taken)} delle ${left} ancora possibili`,
  clockWhere: (unit: string, facility: string, exit: string) => `${unit}, ${facility}: al più tardi fino ${al(day(exit))}`,
};

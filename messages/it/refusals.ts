import { al, dal, del, il } from "../articles";
import { dayIn } from "../days";
import type { RefusalMessages } from "../refusal-words";
import type { InTheWay } from "@/domain/refusals";

const day = (value: string) => dayIn("it", value);
const beds = (count: number) => (count === 1 ? "1 posto letto" : `${count} posti letto`);
const people = (count: number) => (count === 1 ? "1 persona" : `${count} persone`);
const needed = (count: number) => (count === 1 ? "ne serve 1" : `ne servono ${count}`);

const KINDS: Record<InTheWay["kind"], string> = { stay: "una permanenza", offer: "una proposta", closure: "un’indisponibilità", turnaround: "il riassetto" };

function blocked(blockedBy: readonly InTheWay[]): string {
  const [first] = [...blockedBy].sort((a, b) => (a.blockedUntil > b.blockedUntil ? -1 : 1));
  if (!first) return "";
  return ` Lo impedisce ${KINDS[first.kind]} ${dal(day(first.from))} ${al(day(first.until))}: il letto è di nuovo libero ${dal(day(first.blockedUntil))}.`;
}

const STATES: Record<string, string> = {
  planned: "previsto", in_house: "in corso", ended: "concluso", cancelled: "annullato", no_show: "mancato ingresso", needs_bed: "senza posto letto",
};

const EXTENSION_STATES: Record<string, string> = { approved: "concessa", refused: "rifiutata", withdrawn: "ritirata" };

const POLICIES = { women: "riservato alle donne", men: "riservato agli uomini", family: "riservato alle famiglie con minori", mixed: "aperto a tutti" };

export const refusals: RefusalMessages = {
  refusals: {
    wrong_state: (f) => f.record === "closure" ? "Questa indisponibilità è già stata annullata: non c’è altro da fare." : f.record === "extension" ? `Questa proroga è già stata ${EXTENSION_STATES[f.status] ?? f.status}. Se serve ancora, chiedine un’altra.` : f.record === "case" ? (f.status === "closed" ? "La presa in carico è chiusa: riaprila per cambiarla." : "La presa in carico è già aperta: non c’è altro da fare.") : `Non è possibile: l’inserimento è ${STATES[f.status] ?? f.status}. Aggiorna la pagina per vedere i passi possibili.`,
    date_in_future: (f) => `La data ${day(f.date)} è nel futuro: si registra solo ciò che è già avvenuto, fino a oggi ${day(f.today)}.`,
    closed_before_opened: (f) => `La presa in carico è iniziata ${il(day(f.from))}: non può chiudersi ${il(day(f.date))}. Indica un giorno ${dal(day(f.from))} in poi.`,
    exit_before_arrival: (f) => `L’uscita (${day(f.exit)}) è prima dell’arrivo (${day(f.arrival)}). Indica un’uscita ${dal(day(f.arrival))} in poi.`,
    transfer_before_arrival: (f) => `Nessuno è ancora arrivato: il posto previsto si cambia dal giorno dell’arrivo, ${day(f.arrival)}. Indica quella data, oppure registra il trasferimento il giorno in cui avviene.`,
    transferred_since: (f) => `Dopo l’ingresso, ${il(day(f.on))}, c’è stato un trasferimento o una divisione del nucleo: l’ingresso non si può togliere. Si può correggere il suo giorno, oppure registrare l’uscita.`,
    new_placement_needed: () => "Da una struttura di emergenza a un alloggio ponte comincia un nuovo inserimento, con la sua regola. Registra l’uscita e assegna il nuovo posto, oppure chiedi a un responsabile di trasferire il nucleo: così l’inserimento continua.",
    rule_not_for_place: () => "Questa regola non riguarda la struttura in cui è il nucleo. Scegli una di quelle che la riguardano.",
    exit_before_today: (f) => `L’uscita prevista non può essere prima di oggi, ${day(f.today)}. Se le persone sono già uscite, registra la dimissione.`,
    unit_too_small: (f) => `Servono ${beds(f.needed)}, l’alloggio ne ha ${f.beds}. Scegli un alloggio più grande.`,
    household_incomplete: (f) => `Il nucleo si inserisce per intero: mancano ${people(f.missing.length)}. Aggiungile, oppure indica il motivo della divisione.`,
    not_a_member: (f) => `Alcune delle persone indicate non fanno parte di questo inserimento alla data ${del(day(f.on))}. Controlla i componenti del nucleo.`,
    bed_not_in_unit: () => "Uno dei letti indicati non è di questo alloggio. Scegli tra i letti dell’alloggio.",
    person_already_placed: (f) => `Una persona del nucleo ha già un posto ${dal(day(f.from))} ${al(day(f.until))}. Scegli altre date, oppure chiudi prima quell’inserimento.`,
    extension_not_needed: (f) => f.latestExit === null ? "Qui nessuna regola limita la permanenza: basta cambiare la data di uscita." : `Fino ${al(day(f.latestExit))} non serve una proroga: basta cambiare la data di uscita.`,
    max_extensions_reached: (f) => f.maxExtensions === 0 ? `La regola non prevede proroghe: la permanenza finisce ${il(day(f.latestExit))}. Oltre serve la deroga di un responsabile.` : `Le proroghe previste dalla regola sono già state concesse (${f.granted} su ${f.maxExtensions}): la permanenza finisce ${il(day(f.latestExit))}. Oltre serve la deroga di un responsabile.`,
    max_stay_exceeded: (f) => {
      const used = f.clock ? `Con gli altri inserimenti il nucleo ha già usato ${f.clock.usedNights} delle ${f.clock.allowanceNights} notti previste dalla regola. ` : "";
      const why = f.isForPlans ? ": di più toglierebbe notti a un inserimento già previsto" : "";
      const anew = f.clock?.resetsOn ? `, oppure un arrivo ${dal(day(f.clock.resetsOn))}: da allora il contatore riparte` : "";
      return `${used}La permanenza può durare al massimo fino ${al(day(f.latestExit))}${why}. Scegli un’uscita entro quella data${anew}.`;
    },
    not_eligible: (f) => `Il nucleo non rispetta ${f.checks.length === 1 ? "una condizione" : `${f.checks.length} condizioni`} dell’alloggio: vedi i controlli e i rimedi indicati.`,
    extension_pending: (f) => `C’è già una proroga chiesta fino ${al(day(f.exit))} che aspetta una decisione. Ritirala prima di chiederne un’altra.`,
    nobody_would_stay: () => "Nel nucleo non resterebbe nessuno: indica solo chi lo lascia.",
    nobody_of_that_name: () => "Nella rete non risulta nessuno con questo nome e questa data di nascita che abbia notti contate qui: non c’è nulla da decidere. Aggiorna la pagina.",
    unit_let_whole: () => "L’alloggio è assegnato per intero a un solo nucleo: trasferisci prima in un altro alloggio chi lascia il nucleo, poi dividilo.",
    already_there: () => "Le persone sono già in questi letti: non c’è nulla da trasferire. Scegli altri letti o un altro alloggio.",
    no_transfer: () => "In questo inserimento non risulta alcun trasferimento: il suo giorno non si può correggere. Indica solo chi è stato trasferito, oppure registra il trasferimento con la data in cui è avvenuto.",
    nothing_to_correct: () => "È tutto come già registrato: non c’è nulla da correggere. Cambia almeno un dato.",
    bed_not_open: () => "Il posto letto non è aperto per tutto il periodo. Scegli altre date o un altro alloggio.",
    bed_occupied: (f) => `Nel letto c’è ancora una persona. Registra prima la sua uscita.${blocked(f.blockedBy)}`,
    bed_taken: (f) => `Il posto letto non è libero per tutto il periodo.${blocked(f.blockedBy)}`,
    bed_in_use: (f) => `Il posto letto è impegnato fino ${al(day(f.lastBlockedDay))}: si può chiudere da dopo quella data.`,
    name_taken: (f) => `Il nome «${f.name}» è già usato qui. Scegline un altro.`,
    email_taken: () => "Questo indirizzo e-mail è già di un utente. Usane un altro, oppure chiedi a chi amministra gli utenti.",
    last_administrator: () => "È l’ultima persona che amministra tutta la rete: prima dai questo ruolo a qualcun altro.",
    password_too_short: (f) => `La password deve avere almeno ${f.minimum} caratteri: va bene una frase.`,
    password_too_long: (f) => `La password può avere al massimo ${f.maximum} caratteri.`,
    password_is_email: () => "La password non può essere l’indirizzo e-mail. Scegline un’altra.",
    password_known: () => "Questa password è tra quelle note o facili da indovinare. Scegli una frase di più parole che solo tu conosci.",
    wrong_password: () => "La password attuale non è corretta. Controlla e riprova.",
    reset_expired: () => "Il collegamento non vale più: dura 30 minuti e si usa una volta sola. Chiedine un altro.",
  },
  checks: {
    size: (f, passed) => (passed ? `${beds(f.needed)} su ${f.beds}` : `Servono ${beds(f.needed)}, l’alloggio ne ha ${f.beds}.`),
    opening: (f, passed) => (passed ? "Aperto per tutto il periodo" : `${f.open === 0 ? "Nessun letto è aperto" : f.open === 1 ? "Solo 1 letto è aperto" : `Solo ${f.open} letti sono aperti`} per tutto il periodo, ${needed(f.needed)}.`),
    free_beds: (f, passed) =>
      passed ? "Letti liberi per tutto il periodo" : `${f.free === 0 ? "Nessun letto libero" : `${beds(f.free)} ${f.free === 1 ? "libero" : "liberi"}`}, ${needed(f.needed)}.`,
    letting: (f) => (f.letting === "by_bed" ? "A posti letto, con altre persone" : f.spareBeds === 0 ? "Intero alloggio" : `Intero alloggio, ${f.spareBeds === 1 ? "1 letto" : `${f.spareBeds} letti`} in più del necessario`),
    max_stay: (f, passed) => (f.latestExit === null ? "Nessun limite di permanenza" : passed ? `Entro il limite, fino ${al(day(f.latestExit))}` : `Il limite di permanenza è ${il(day(f.latestExit))}${f.usedNights > 0 ? `: ${f.usedNights === 1 ? "1 notte è già usata" : `${f.usedNights} notti sono già usate`} in altri inserimenti` : ""}.${f.resetsOn ? ` Il contatore riparte con un arrivo ${dal(day(f.resetsOn))}.` : ""}`),
    gender_policy: (f, passed) => (passed ? `Alloggio ${POLICIES[f.policy]}` : f.until ? `Alloggio ${POLICIES[f.policy]}: ${dal(day(f.until))} un componente diventa maggiorenne.` : `Alloggio ${POLICIES[f.policy]}.`),
    minors: (f, passed) => (passed ? "Nessun minore con adulti estranei" : `Un minore dividerebbe la stanza con adulti estranei per ${f.nights === 1 ? "1 notte" : `${f.nights} notti`}.`),
    features: (f, passed) => (passed ? "Ha le caratteristiche chieste" : f.missing.length > 0 ? "Mancano alcune caratteristiche chieste." : "Ha caratteristiche da evitare."),
    lawful_residence: (f, passed) => (f.isAssumed ? "Regolare soggiorno: da verificare all’assegnazione" : passed ? "Soggiorno regolare" : `Soggiorno regolare non documentato per ${people(f.personIds.length)}.`),
    household_size: (f, passed) => (passed ? `Nucleo di ${people(f.size)}` : `Nucleo di ${people(f.size)}; ammessi nuclei ${f.min ? `da ${f.min}` : ""}${f.max ? ` fino a ${f.max}` : ""}.`),
    composition: (_f, passed) => (passed ? "Composizione ammessa" : "Composizione del nucleo non ammessa qui."),
    gender: (_f, passed) => (passed ? "Genere ammesso" : "Il genere di un adulto non è ammesso qui."),
    age: (f, passed) => (passed ? "Età ammessa" : `Età non ammessa: ${f.min !== null ? `da ${f.min} anni` : ""}${f.max !== null ? ` fino a ${f.max} anni` : ""}.`),
    citizenship: (f, passed) => (f.isAssumed ? "Cittadinanza: da verificare all’assegnazione" : passed ? "Cittadinanza ammessa" : "Cittadinanza non ammessa dal programma, o non nota."),
    going_on: () => "Da una struttura di emergenza a un alloggio ponte comincia un nuovo inserimento.",
    needs_accepted: (_f, passed) => (passed ? "Accoglie le esigenze del nucleo" : "Il posto è riservato a persone con altre esigenze."),
  },
  remedies: {
    bigger_unit: "Cerca un alloggio più grande.",
    wait: "Scegli date in cui i letti sono liberi.",
    later_arrival: "Scegli date in cui l’alloggio è aperto.",
    whole_unit: "Cerca un intero alloggio.",
    other_unit: "Cerca un altro alloggio.",
    leave_earlier: "Prevedi l’uscita prima di quella data.",
    shorter_stay: "Accorcia la permanenza.",
    wait_for_clock: "Scegli un arrivo da quando il contatore di permanenza riparte.",
    ask_fewer_features: "Rinuncia a una caratteristica.",
    document_needed: "Registra un permesso valido all’arrivo o la ricevuta di rinnovo.",
    citizenship_needed: "Registra la cittadinanza nella scheda.",
    new_placement: "Registra l’uscita e assegna il posto, oppure chiedi a un responsabile di trasferire il nucleo.",
    manager_override: "Chiedi una deroga al responsabile.",
  },
  warnings: {
    too_big_for_cot: () => "Una culla è stata assegnata a chi ha almeno tre anni: controlla i letti.",
    exit_shortened: (f) => `L’uscita prevista è stata anticipata al limite di permanenza${f.latestExit ? `, ${day(f.latestExit)}` : ""}.`,
  },
  problems: {
    malformed: "La richiesta non è corretta: controlla i campi indicati.",
    unauthenticated: "Accedi per continuare: la sessione manca o è scaduta.",
    forbidden: "Il tuo ruolo non permette questa operazione. Chiedi a chi amministra gli utenti.",
    own_request: "L’hai chiesto tu: deve decidere un’altra persona responsabile.",
    other_organisation: "La struttura è di un altro ente gestore: può operare solo chi lavora per quell’ente.",
    cross_site: "La richiesta non viene da questo sito e non è stata eseguita.",
    not_found: "Non trovato: l’indirizzo o l’identificativo non esiste in questo comune.",
    stale: "Nel frattempo qualcuno ha cambiato questi dati. Ricarica e riprova.",
    idempotency_conflict: "La chiave di idempotenza è già stata usata per una richiesta diversa.",
    too_large: "La richiesta è troppo grande.",
    unsupported_media_type: "Il tipo di contenuto non è quello atteso.",
    too_many_requests: "Troppe richieste: riprova tra poco.",
    unavailable: "La banca dati non risponde in questo momento. Riprova tra poco.",
    internal: "Si è verificato un errore imprevisto; non è stato cambiato nulla.",
    method_not_allowed: "Questo metodo non è previsto per l’indirizzo.",
  },
};

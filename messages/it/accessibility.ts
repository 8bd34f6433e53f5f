import { il } from "../articles";
import { formatsFor } from "../formats";

const { day } = formatsFor("it");

export const accessibility = {
  title: "Dichiarazione di accessibilità",
  toProduct: "Vai al servizio",
  intro: (service: string) => `${service} è pensato per essere usato da chiunque, anche con tecnologie assistive, secondo la legge 9 gennaio 2004, n. 4. Questa dichiarazione riguarda tutte le pagine del servizio.`,
  state: "Stato di conformità",
  stateText: "Il servizio è parzialmente conforme ai requisiti della norma UNI CEI EN 301549, che riprende le WCAG 2.2 di livello AA: le prove fatte non hanno trovato violazioni, ma restano i limiti elencati sotto.",
  tested: "Che cosa è stato provato",
  tests: [
    "ogni pagina e ogni finestra di dialogo con uno strumento automatico (axe), sulle regole WCAG 2.2 di livello A e AA, in chiaro e in scuro;",
    "i percorsi principali con la sola tastiera: accesso, ricerca di un posto, registrazione di un nucleo, arrivi e uscite;",
    "testo ingrandito al 200 %, schermi larghi 320 pixel, movimento ridotto quando il dispositivo lo chiede.",
  ],
  limits: "Limiti noti",
  limitList: [
    "le prove con persone con disabilità e con i diversi lettori di schermo non sono ancora state fatte;",
    "la pagina che documenta l’interfaccia per programmatori è stata provata solo in parte;",
    "sugli schermi stretti le tabelle si leggono riga per riga, senza le intestazioni in vista.",
  ],
  written: "Redazione di questa dichiarazione",
  writtenText: (on: string) => `La dichiarazione è stata redatta ${il(day(on))} con un’autovalutazione di chi sviluppa il servizio.`,
  feedback: "Segnala un ostacolo",
  feedbackText: "Se una pagina non si può usare, o ti serve un contenuto in un’altra forma, scrivi quale pagina e che cosa non funziona.",
  email: "E-mail",
  contact: "Riferimento",
  phone: "Telefono",
  noAddress: "Rivolgiti all’ufficio del tuo comune che ti ha dato l’accesso, oppure all’ufficio relazioni con il pubblico del comune: trasmettono la segnalazione a chi gestisce il servizio.",
  enforcement: "Se la risposta non arriva o non basta",
  enforcementText: "Se entro 30 giorni non ricevi risposta, o la risposta non è soddisfacente, puoi rivolgerti al Difensore civico per il digitale presso l’Agenzia per l’Italia digitale (AGID).",
  enforcementLink: "Difensore civico per il digitale, sul sito di AGID",
};

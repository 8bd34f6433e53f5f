import { al, dal, il } from "../articles";
import { daysIn, type LetterWords, paragraphs } from "./letter-words";

const day = daysIn("it-IT");

export const italian: LetterWords = {
  day,
  place: (municipality, today) => `${municipality}, ${day(today)}`,
  to: (head) => `Al nucleo di ${head}`,
  greeting: (head) => `Gentile ${head},`,
  exit: {
    title: "Fine della permanenza",
    text: (f) => paragraphs(
      `Le scriviamo a proposito del posto in ${f.facility} (${f.unit}), dove il Suo nucleo è ospitato ${dal(day(f.arrival))}.`,
      f.isOver
        ? `La permanenza prevista è terminata ${il(day(f.exit))}. Le chiediamo di lasciare libero il posto e di mettersi subito in contatto con noi.`
        : `La permanenza prevista termina ${il(day(f.exit))}. Entro quel giorno Le chiediamo di lasciare libero il posto, di riconsegnare le chiavi e di portare con sé tutti i Suoi effetti personali.`,
      f.latestExit !== null && `Secondo la regola di permanenza si ${f.isLimitOver ? "poteva" : "può"} restare al più tardi fino ${al(day(f.latestExit))}.`,
      !f.isOver && f.mayAsk && "Se ha bisogno di più tempo, ne parli prima possibile con chi segue il Suo nucleo: una proroga si chiede prima del termine e la decide una persona responsabile del Comune.",
      "Chi segue il Suo nucleo può aiutarLa a preparare l’uscita: casa, documenti, scuola, salute.",
    ),
  },
  extension: {
    title: (d) => (d.isGranted ? "Proroga concessa" : "Proroga non concessa"),
    text: (f, d) => paragraphs(
      `Le scriviamo a proposito della proroga chiesta per il posto in ${f.facility} (${f.unit}), fino ${al(day(d.requested))}.`,
      d.isGranted ? `La proroga è stata concessa. Il Suo nucleo può restare fino ${al(day(f.exit))}.` : `La proroga non è stata concessa. La permanenza termina ${il(day(f.exit))}.`,
      d.isGranted
        ? "Il giorno dell’uscita Le chiediamo di lasciare libero il posto e di riconsegnare le chiavi."
        : "Se non è d’accordo, può parlarne con chi segue il Suo nucleo, presentare osservazioni scritte al Comune o fare ricorso secondo la legge: all’ufficio può chiedere i termini e come fare.",
      "Chi segue il Suo nucleo può aiutarLa a preparare l’uscita: casa, documenti, scuola, salute.",
    ),
    grounds: "Motivazione",
  },
  closing: "Cordiali saluti",
  signature: (municipality) => `Per il Comune di ${municipality}`,
  receipt: "Per ricevuta: data e firma",
};

import { al, dal } from "../articles";
import { daysIn, type LetterWords, paragraphs } from "./letter-words";

const day = daysIn("it-IT");

/** Short sentences, one thing each, in words that everybody uses. */
export const plainItalian: LetterWords = {
  day,
  place: (municipality, today) => `${municipality}, ${day(today)}`,
  to: (head) => `Per ${head} e la sua famiglia`,
  greeting: (head) => `Buongiorno ${head},`,
  exit: {
    title: "Quando dovete lasciare la casa",
    text: (f) => paragraphs(
      `Voi abitate in ${f.facility} (${f.unit}) ${dal(day(f.arrival))}.`,
      f.isOver
        ? `Potevate restare fino ${al(day(f.exit))}. Questo giorno è passato. Dovete lasciare la casa. Chiamateci oggi.`
        : `Potete restare fino ${al(day(f.exit))}. Quel giorno dovete lasciare la casa. Portate via le vostre cose. Date le chiavi a chi lavora qui.`,
      f.latestExit !== null && `La regola dice: si ${f.isLimitOver ? "poteva restare" : "resta"} al massimo fino ${al(day(f.latestExit))}.`,
      !f.isOver && f.mayAsk && "Vi serve più tempo? Ditelo subito alla persona che vi aiuta. Potete chiedere di restare ancora un po’. Poi il Comune decide: sì o no.",
      "La persona che vi aiuta può cercare con voi una casa, la scuola, i documenti, il medico.",
    ),
  },
  extension: {
    title: (d) => (d.isGranted ? "Potete restare di più" : "Non potete restare di più"),
    text: (f, d) => paragraphs(
      `Voi abitate in ${f.facility} (${f.unit}). Avete chiesto di restare fino ${al(day(d.requested))}.`,
      d.isGranted ? `Il Comune ha detto di sì. Potete restare fino ${al(day(f.exit))}.` : `Il Comune ha detto di no. Potete restare fino ${al(day(f.exit))}.`,
      d.isGranted
        ? "Quel giorno dovete lasciare la casa. Date le chiavi a chi lavora qui."
        : "Non siete d’accordo? Parlate con la persona che vi aiuta. Potete scrivere al Comune. Potete anche fare ricorso: all’ufficio vi dicono come e entro quando.",
      "La persona che vi aiuta può cercare con voi una casa, la scuola, i documenti, il medico.",
    ),
    grounds: "Perché",
  },
  closing: "Grazie",
  signature: (municipality) => `Il Comune di ${municipality}`,
  receipt: "Ho ricevuto questa lettera: data e firma",
};

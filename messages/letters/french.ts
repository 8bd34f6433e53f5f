import { daysIn, type LetterWords, paragraphs } from "./letter-words";

const written = daysIn("fr-FR");
/** French counts the first of a month by its rank. */
const day: LetterWords["day"] = (on) => written(on).replace(/^1 /, "1er ");

export const french: LetterWords = {
  day,
  place: (municipality, today) => `${municipality}, le ${day(today)}`,
  to: (head) => `Au foyer de ${head}`,
  greeting: (head) => `Bonjour ${head},`,
  exit: {
    title: "Fin de votre séjour",
    text: (f) => paragraphs(
      `Nous vous écrivons au sujet de la place à ${f.facility} (${f.unit}), où votre foyer est hébergé depuis le ${day(f.arrival)}.`,
      f.isOver
        ? `Le séjour prévu s’est terminé le ${day(f.exit)}. Nous vous demandons de libérer la place et de nous contacter tout de suite.`
       : `Le séjour prévu se termine le ${day(f.exit)}. Nous vous demandons de libérer la place avant la fin de ce jour, de rendre les clés et d’emporter toutes vos affaires.`,
      f.latestExit !== null && `Selon la règle de séjour, vous ${f.isLimitOver ? "pouviez" : "pouvez"} rester au plus tard jusqu’au ${day(f.latestExit)}.`,
      !f.isOver && f.mayAsk && "Si vous avez besoin de plus de temps, parlez-en dès que possible à la personne qui suit votre foyer\u00a0: une prolongation se demande avant la fin du séjour et un responsable de la commune en décide.",
      "La personne qui suit votre foyer peut vous aider à préparer votre départ\u00a0: logement, documents, école, santé.",
    ),
  },
  extension: {
    title: (d) => (d.isGranted ? "Prolongation accordée" : "Prolongation refusée"),
    text: (f, d) => paragraphs(
      `Nous vous écrivons au sujet de la prolongation demandée pour votre place à ${f.facility} (${f.unit}), jusqu’au ${day(d.requested)}.`,
      d.isGranted ? `La prolongation est accordée. Votre foyer peut rester jusqu’au ${day(f.exit)}.` : `La prolongation n’est pas accordée. Le séjour se termine le ${day(f.exit)}.`,
      d.isGranted
        ? "Le jour du départ, nous vous demandons de libérer la place et de rendre les clés."
       : "Si vous n’êtes pas d’accord, vous pouvez en parler à la personne qui suit votre foyer, écrire à la commune ou faire un recours selon la loi\u00a0: le bureau vous indique les délais et la marche à suivre.",
      "La personne qui suit votre foyer peut vous aider à préparer votre départ\u00a0: logement, documents, école, santé.",
    ),
    grounds: "Motif",
  },
  closing: "Cordialement",
  signature: (municipality) => `Pour la commune de ${municipality}`,
  receipt: "Reçu\u00a0: date et signature",
};

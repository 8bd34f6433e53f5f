import { daysIn, type LetterWords, paragraphs } from "./letter-words";

const day = daysIn("en-GB");

export const english: LetterWords = {
  day,
  place: (municipality, today) => `${municipality}, ${day(today)}`,
  to: (head) => `To the household of ${head}`,
  greeting: (head) => `Dear ${head},`,
  exit: {
    title: "End of your stay",
    text: (f) => paragraphs(
      `We are writing about the place at ${f.facility} (${f.unit}), where your household has been staying since ${day(f.arrival)}.`,
      f.isOver
        ? `Your planned stay ended on ${day(f.exit)}. Please leave the place and get in touch with us at once.`
        : `Your planned stay ends on ${day(f.exit)}. By that day please leave the place, hand back the keys and take all your belongings with you.`,
      f.latestExit !== null && `Under the rule on stays you ${f.isLimitOver ? "could" : "may"} stay until ${day(f.latestExit)} at the latest.`,
      !f.isOver && f.mayAsk && "If you need more time, talk to the person who follows your household as soon as you can: an extension is asked for before the end, and a manager of the municipality decides on it.",
      "The person who follows your household can help you prepare: housing, documents, school, health.",
    ),
  },
  extension: {
    title: (d) => (d.isGranted ? "Extension granted" : "Extension not granted"),
    text: (f, d) => paragraphs(
      `We are writing about the extension asked for your place at ${f.facility} (${f.unit}), until ${day(d.requested)}.`,
      d.isGranted ? `The extension has been granted. Your household may stay until ${day(f.exit)}.` : `The extension has not been granted. Your stay ends on ${day(f.exit)}.`,
      d.isGranted
        ? "On the day you leave, please leave the place free and hand back the keys."
        : "If you do not agree, you can talk to the person who follows your household, write to the municipality or appeal as the law provides: the office can tell you the time limits and how to do it.",
      "The person who follows your household can help you prepare: housing, documents, school, health.",
    ),
    grounds: "Grounds",
  },
  closing: "Yours sincerely",
  signature: (municipality) => `For the Municipality of ${municipality}`,
  receipt: "Received: date and signature",
};

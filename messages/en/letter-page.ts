import type { Words } from "../it";

export const letterPage: Words["letterPage"] = {
  breadcrumb: "Path",
  title: "Letter",
  subtitle: "It prints on a sheet of A4, or is saved as PDF from the print window.",
  print: "Print",
  kindLabel: "Which letter",
  kind: { exit: "End of the stay", extension: "Decision on the extension" },
  noDecision: "The letter on the extension can be written after the decision.",
  languageLabel: "Language of the letter",
  write: "Write the letter",
};

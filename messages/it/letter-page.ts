export const letterPage = {
  breadcrumb: "Percorso",
  title: "Lettera",
  subtitle: "Si stampa su un foglio A4, o si salva in PDF dalla finestra di stampa.",
  print: "Stampa",
  kindLabel: "Quale lettera",
  kind: { exit: "Fine della permanenza", extension: "Decisione sulla proroga" },
  noDecision: "La lettera sulla proroga si può scrivere dopo la decisione.",
  languageLabel: "Lingua della lettera",
  write: "Scrivi la lettera",
};

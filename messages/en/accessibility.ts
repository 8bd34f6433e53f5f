import { formatsFor } from "../formats";

const { day } = formatsFor("en");

export const accessibility = {
  title: "Accessibility statement",
  toProduct: "Go to the service",
  intro: (service: string) => `${service} is made to be used by everybody, also with assistive technologies, under Italian law no. 4 of 9 January 2004. This statement is about all pages of the service.`,
  state: "State of conformity",
  stateText: "The service conforms in part with UNI CEI EN 301549, which takes up WCAG 2.2 at level AA: the tests that were made found no violations, but the limits below remain.",
  tested: "What was tested",
  tests: [
    "every page and every dialog with an automatic tool (axe), on the WCAG 2.2 rules of levels A and AA, light and dark;",
    "the main journeys with the keyboard alone: signing in, searching for a place, registering a household, arrivals and departures;",
    "text enlarged to 200%, screens 320 pixels wide, reduced motion where the device asks for it.",
  ],
  limits: "Known limits",
  limitList: [
    "tests with people with disabilities and with the various screen readers have not been made yet;",
    "the page that documents the interface for programmers was tested only in part;",
    "on narrow screens tables are read row by row, without their headings in sight.",
  ],
  written: "How this statement was written",
  writtenText: (on: string) => `The statement was written on ${day(on)}, from a self-assessment by those who develop the service.`,
  feedback: "Report an obstacle",
  feedbackText: "If a page cannot be used, or you need some content in another form, write which page it is and what does not work.",
  email: "E-mail",
  contact: "Contact",
  phone: "Telephone",
  noAddress: "Turn to the office of your municipality that gave you access, or to its public relations office: they pass the report on to whoever runs the service.",
  enforcement: "If there is no answer, or it is not enough",
  enforcementText: "If there is no answer within 30 days, or it does not satisfy you, you can turn to the Digital Ombudsman (Difensore civico per il digitale) at the Agency for Digital Italy (AGID).",
  enforcementLink: "Digital Ombudsman, on the site of AGID",
};

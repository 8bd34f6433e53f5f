import { formatsFor } from "../formats";
import type { Words } from "../it";

const { day, time, dayOf } = formatsFor("en");
const moment = (instant: string) => `${day(dayOf(instant))} at ${time(instant)}`;

export const profile: Words["profile"] = {
  title: "Profile and security",
  who: "About you",
  name: "Name",
  email: "E-mail address",
  roles: "Roles",
  role: { social_worker: "social worker", operator: "operator", manager: "manager", coordinator: "coordinator", administrator: "administrator" },
  wholeNetwork: "the whole network",
  whoHint: "Whoever manages the users changes the address and the roles.",
  edit: "Edit",
  editTitle: "Your details",
  language: "Language",
  languageHint: "Of the first page after signing in and of the messages you receive.",
  nameMissing: "Write your name.",
  notSaved: "It was not saved.",
  saved: "Your details are saved.",
  notices: "Notices by e-mail",
  noticesHint: "For every new task that concerns you: the message says how many there are and leads to Today, without anybody’s data.",
  noticesSaved: "Your notices are saved.",
  notice: { overdue: "People past the end of their stay", needs_bed: "People who lost their bed", extension: "Extensions to decide", arrival: "Arrivals to record", departure: "Departures of the day", ending: "Stays that end", permit: "Residence permits that expire", of_age: "People who turn 18" },
  password: "Password",
  passwordHint: "When you change it, your other open sessions end.",
  change: "Change password",
  changed: "Your password was changed.",
  changeFailed: "Your password was not changed.",
  sessions: "Open sessions",
  sessionsHint: "Where you are signed in. A session ends by itself after 30 minutes without activity and after 8 hours at most.",
  openedAt: (instant) => `Opened on ${moment(instant)}`,
  seenAt: (instant) => `Last used on ${moment(instant)}`,
  current: "this one",
  close: "Close",
  closeOne: (instant) => `Close the session opened on ${moment(instant)}`,
  closeOthers: "Close all others",
  closed: "The session is closed.",
  othersClosed: (count) => (count === 1 ? "One other session is closed." : `${count} other sessions are closed.`),
  closeFailed: "The session was not closed.",
  listFailed: "The sessions cannot be shown.",
};

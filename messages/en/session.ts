import type { Words } from "../it";

export const session: Words["session"] = {
  title: "Sign in",
  intro: "With the credentials your municipality or organisation gave you.",
  email: "E-mail address",
  password: "Password",
  submit: "Sign in",
  refused: "The e-mail address or the password is not correct. Check them and try again.",
  tooMany: "Too many attempts in a short time. Wait a few minutes and try again.",
  unreachable: "The service does not answer. Check the connection and try again.",
  expiredTitle: "Your session has ended",
  expiredText: "For safety it closes after a time without activity. Sign in again: what you typed is still here.",
  forgotten: "Forgotten your password?",
  help: "Cannot sign in? Ask whoever administers the service in your municipality.",
  emailMissing: "Type your e-mail address.",
  passwordMissing: "Type the password.",
};

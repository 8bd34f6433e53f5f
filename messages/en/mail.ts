import type { MailWords } from "../mail-words";

export const mail: MailWords = {
  password_reset: ({ link, minutes }) => ({
    subject: "Postoletto: choose a new password",
    text: `Somebody, probably you, asked for a new password for Postoletto.

Open this link within ${minutes} minutes; it works once:

${link}

If it was not you, do nothing: your password stays as it was.
`,
  }),
  password_changed: ({ link }) => ({
    subject: "Postoletto: your password has changed",
    text: `The password with which you sign in to Postoletto has been changed, and other open sessions have ended.

If you changed it, or asked whoever manages the users to do so, there is nothing to do.

Otherwise tell whoever manages the users of your municipality at once. This is where one signs in:

${link}
`,
  }),
  tasks: ({ link, count }) => ({
    subject: count === 1 ? "Postoletto: a new task for you" : `Postoletto: ${count} new tasks for you`,
    text: `${count === 1 ? "There is a new task that concerns you." : `There are ${count} new tasks that concern you.`} To see what it is about, sign in here:

${link}

You choose in your profile what you are told of.
`,
  }),
};

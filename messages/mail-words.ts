/** Every message that leaves the product, by its kind. No names: mail is read on the way. */
export type MailWords = {
  password_reset: (facts: { link: string; minutes: number }) => { subject: string; text: string };
  tasks: (facts: { link: string; count: number }) => { subject: string; text: string };
  password_changed: (facts: { link: string }) => { subject: string; text: string };
};

import "server-only";
import { asActor } from "@/db/client";
import { sweepMessages } from "@/db/outbox";
import { systemActor } from "../actor";
import type { Job } from "../jobs/job";
import { sendDueMessages } from "./send-due";

export const mailJobs: Job[] = [
  { name: "mail_send", everySeconds: 5, run: sendDueMessages },
  { name: "mail_sweep", everySeconds: 3600, run: (database) => asActor(database, systemActor("mail"), sweepMessages) },
];

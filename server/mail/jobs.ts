import "server-only";
import type { Job } from "../jobs/job";
import { sendDueMessages } from "./send-due";

export const mailJobs: Job[] = [{ name: "mail_send", everySeconds: 5, run: sendDueMessages }];

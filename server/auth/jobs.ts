import "server-only";
import { sweepAttempts } from "@/db/attempts";
import { asActor } from "@/db/client";
import { sweepResets } from "@/db/password-resets";
import type { Job } from "../jobs/job";
import { systemActor } from "../actor";

/** Counts and resets whose time is over are of no use to anybody. */
export const signInJobs: Job[] = [
  {
    name: "sign_in_sweep", everySeconds: 600,
    run: (database) =>
      asActor(database, systemActor("sign_in"), async (db) => {
        await sweepAttempts(db, Date.now());
        await sweepResets(db);
      }),
  },
];

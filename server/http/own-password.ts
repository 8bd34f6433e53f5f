import "server-only";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { asActor } from "@/db/client";
import { findUser } from "@/db/users";
import type { Actor } from "@/domain/actor";
import { no, ok } from "@/domain/failure";
import { LONGEST_PASSWORD } from "@/domain/passwords";
import { signInThrottle } from "../auth/throttles";
import { database } from "../database";
import { changePassword } from "../users/change-password";
import type { Answer } from "./execute";
import { operation } from "./operation";
import { passwordSchema } from "./password-schema";

/** POST /me/password: one's own, for whoever knows the present one. */
export function ownPasswordRoutes(app: OpenAPIHono): void {
  operation(app, {
    method: "post", path: "/me/password", permission: "self.read", tag: "Users", summary: "Give oneself another password",
    description: "Ends all of one's own sessions but the one that asks. Wrong present passwords count as failed sign-ins.",
    body: z.strictObject({ currentPassword: z.string().max(LONGEST_PASSWORD), password: passwordSchema }), answer: z.object({}),
    count: countedAsSignIn,
    run: async ({ db, body, sessionId }) => {
      const changed = await changePassword(db, { ...body, sessionId });
      return changed.ok ? ok({}) : no([changed.failure]);
    },
  });
}

async function countedAsSignIn(actor: Actor, address: string) {
  const { email } = await asActor(database(), actor, (db) => findUser(db, actor.id));
  const throttle = signInThrottle(database());
  return {
    wait: await throttle.attempt(email, address),
    settle: async ({ status, body }: Answer) => {
      // The new password is looked at only when the present one was right.
      if (status < 500 && (body as { code?: string }).code !== "wrong_password") await throttle.forgive(email, address);
    },
  };
}

import "server-only";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { no, ok } from "@/domain/failure";
import { redemptionThrottle, resetThrottle } from "../auth/throttles";
import { database } from "../database";
import { askForReset } from "../passwords/ask-for-reset";
import { behindTheAnswer } from "../passwords/behind-the-answer";
import { redeemReset } from "../passwords/redeem-reset";
import { passwordSchema } from "./password-schema";
import { publicOperation } from "./public-operation";

const tag = "Users";

/** /password-resets: a way in for whoever forgot the password. */
export function passwordResetRoutes(app: OpenAPIHono): void {
  publicOperation(app, {
    path: "/password-resets", tag, summary: "Ask for a link to choose another password", status: 202,
    description: "The answer is the same whether the address belongs to somebody or not. The link goes there by e-mail, lasts 30 minutes and works once.",
    body: z.strictObject({ email: z.email().max(320).toLowerCase() }),
    throttle: resetThrottle, account: ({ email }) => email,
    run: async ({ email }) => {
      behindTheAnswer(() => askForReset(database(), email));
      return ok(null);
    },
  });
  publicOperation(app, {
    path: "/password-resets/redemption", tag, summary: "Choose another password with the secret of the link", status: 200,
    description: "Ends every session of the user.",
    body: z.strictObject({ token: z.string().min(1).max(200), password: passwordSchema }),
    throttle: redemptionThrottle, account: ({ token }) => token,
    run: async ({ token, password }, address) => {
      const redeemed = await redeemReset(database(), { token, password, address });
      return redeemed.ok ? redeemed : no([redeemed.failure]);
    },
  });
}

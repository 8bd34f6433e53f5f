import "server-only";
import { type Result, no } from "@/domain/failure";
import type { Refusals } from "@/domain/refusals";
import { Forbidden } from "../guard";
import type { UserRefusal } from "../users/user-refusal";

/** Refusals about users as the API tells them. What the schemas refuse as malformed does not come this far. */
export function told<T>(result: Result<T, UserRefusal>, email: string): Result<T, Refusals> {
  if (result.ok) return result;
  if (result.failure.code === "email_taken") return no([{ code: "name_taken", name: email }]);
  throw new Forbidden("user.write", "role");
}

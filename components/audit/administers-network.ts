import type { Me } from "../http/api-types";

/** True for whoever also reads what belongs to no municipality. */
export function administersNetwork({ grants }: Pick<Me, "grants">): boolean {
  return grants.some(({ role, municipality }) => role === "administrator" && municipality === null);
}

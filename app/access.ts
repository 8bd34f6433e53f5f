import type { Permission } from "@/domain/actor";
import { municipalityOfRequest } from "./request";

/** The municipality the person works for, when they may do this there; else null, and the page says so. */
export async function municipalityWith(permission: Permission): Promise<string | null> {
  const municipality = await municipalityOfRequest();
  return municipality?.permissions.includes(permission) ? municipality.code : null;
}

import type { Permission } from "@/domain/actor";
import { meOfRequest, municipalityOfRequest } from "./request";

/** The municipality the person works for, when they may do this there; else null, and the page says so. */
export async function municipalityWith(permission: Permission): Promise<string | null> {
  const municipality = await municipalityOfRequest();
  return municipality?.permissions.includes(permission) ? municipality.code : null;
}

/** True when the person may do this somewhere: whether also where the record belongs is for the API to say. */
export async function mayAnywhere(permission: Permission): Promise<boolean> {
  return (await meOfRequest()).municipalities.some(({ permissions }) => permissions.includes(permission));
}

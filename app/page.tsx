import { redirect } from "next/navigation";
import { municipalityOfRequest } from "./request";

/** Where each role begins its day. */
export default async function StartPage() {
  const municipality = await municipalityOfRequest();
  const seesNoBeds = municipality !== null && !municipality.permissions.includes("availability.read");
  redirect(seesNoBeds && municipality.permissions.includes("audit.read") ? "/registro" : "/disponibilita");
}

import { redirect } from "next/navigation";
import { municipalityOfRequest } from "@/app/request";
import { sectionsFor } from "@/components/settings/settings-sections";
import { NotForYou } from "@/components/shell/not-for-you";

/** Leads to the first of the settings that the role may see. */
export default async function SettingsPage() {
  const [first] = sectionsFor((await municipalityOfRequest())?.permissions ?? []);
  if (first) redirect(first.href);
  return <NotForYou />;
}

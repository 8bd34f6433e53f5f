import type { Metadata } from "next";
import { wordsOfRequest } from "@/app/request";
import { StatementPage } from "@/components/accessibility/statement-page";
import { readPublicSettings } from "@/server/settings/keep";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOfRequest()).accessibility.title };
}

export default async function AccessibilityPage() {
  const { serviceName, accessibilityEmail, contactName, contactPhone } = await readPublicSettings();
  return <StatementPage contacts={{ serviceName, accessibilityEmail, contactName, contactPhone }} />;
}

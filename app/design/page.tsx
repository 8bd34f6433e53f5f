import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DesignPage } from "@/components/design/design-page";
import { designWords } from "@/messages/design-words";
import { localeOfRequest } from "../request";
import { WholeWords } from "../whole-words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: designWords[await localeOfRequest()].title };
}

/** For those who build; the tests look at it too. */
export default function PartsPage() {
  if (process.env.NODE_ENV !== "development" && process.env.POSTOLETTO_DESIGN !== "1") notFound();
  return <WholeWords><DesignPage /></WholeWords>;
}

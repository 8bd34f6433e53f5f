import type { Metadata } from "next";
import { municipalityWith } from "@/app/access";
import { wordsOfRequest } from "@/app/request";
import { ImportPage } from "@/components/imports/import-page";
import { NotForYou } from "@/components/shell/not-for-you";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOfRequest()).importing.title };
}

export default async function ImportingPage() {
  return (await municipalityWith("data.import")) === null ? <NotForYou /> : <ImportPage />;
}

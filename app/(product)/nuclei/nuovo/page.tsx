import type { Metadata } from "next";
import { municipalityWith } from "@/app/access";
import { wordsOfRequest } from "@/app/request";
import { NewHouseholdForm } from "@/components/households/new-household-form";
import { NotForYou } from "@/components/shell/not-for-you";
import { PageHeading } from "@/components/shell/page-heading";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOfRequest()).households.newTitle };
}

export default async function NewHouseholdPage() {
  if ((await municipalityWith("household.write")) === null) return <NotForYou />;
  const words = (await wordsOfRequest()).households;
  return (
    <>
      <PageHeading title={words.newTitle} subtitle={words.newSubtitle} />
      <NewHouseholdForm />
    </>
  );
}

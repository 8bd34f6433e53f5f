import type { Metadata } from "next";
import { municipalityWith } from "@/app/access";
import { wordsOfRequest } from "@/app/request";
import { NewFacilityForm } from "@/components/facilities/new-facility-form";
import { NotForYou } from "@/components/shell/not-for-you";
import { PageHeading } from "@/components/shell/page-heading";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOfRequest()).facilities.newTitle };
}

export default async function NewFacilityPage() {
  if ((await municipalityWith("facility.write")) === null) return <NotForYou />;
  const words = (await wordsOfRequest()).facilities;
  return (
    <>
      <PageHeading title={words.newTitle} subtitle={words.newSubtitle} />
      <NewFacilityForm />
    </>
  );
}

import { wordsOfRequest } from "@/app/request";
import { LoadingCards } from "@/components/shell/loading-page";

export default async function Loading() {
  const words = await wordsOfRequest();
  return <LoadingCards title={words.facilityWizard.title} subtitle={words.facilityWizard.subtitle} label={words.shell.loading} />;
}

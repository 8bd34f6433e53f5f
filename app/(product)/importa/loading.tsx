import { wordsOfRequest } from "@/app/request";
import { LoadingCards } from "@/components/shell/loading-page";

export default async function Loading() {
  const words = await wordsOfRequest();
  return <LoadingCards title={words.importing.title} subtitle={words.importing.subtitle} label={words.shell.loading} />;
}

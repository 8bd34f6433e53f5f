import { wordsOfRequest } from "@/app/request";
import { LoadingList } from "@/components/shell/loading-page";

export default async function Loading() {
  const words = await wordsOfRequest();
  return <LoadingList title={words.households.title} subtitle={words.households.subtitle} label={words.shell.loading} />;
}

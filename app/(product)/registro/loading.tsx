import { wordsOfRequest } from "@/app/request";
import { LoadingList } from "@/components/shell/loading-page";

export default async function Loading() {
  const words = await wordsOfRequest();
  return <LoadingList title={words.audit.title} subtitle={words.audit.subtitle} label={words.shell.loading} />;
}

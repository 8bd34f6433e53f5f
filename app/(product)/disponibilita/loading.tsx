import { wordsOfRequest } from "@/app/request";
import { ResultsSkeleton } from "@/components/availability/results-skeleton";
import { LoadingFrame } from "@/components/shell/loading-page";
import { PageHeading } from "@/components/shell/page-heading";

export default async function Loading() {
  const words = (await wordsOfRequest()).availability;
  return (
    <LoadingFrame>
      <PageHeading title={words.title} subtitle={words.subtitle} />
      <div aria-hidden className="skeleton mb-4 h-16 rounded-lg sm:h-40 xl:h-[94px]" />
      <ResultsSkeleton label={words.stillLooking} />
    </LoadingFrame>
  );
}

import { meOfRequest, wordsOfRequest } from "@/app/request";
import { LoadingFrame } from "@/components/shell/loading-page";
import { PageHeading } from "@/components/shell/page-heading";
import { TableSkeleton } from "@/components/ui/table-skeleton";

export default async function Loading() {
  const [words, { today }] = await Promise.all([wordsOfRequest(), meOfRequest()]);
  return (
    <LoadingFrame>
      <PageHeading title={words.today.heading(today)} />
      <div aria-hidden className="mb-4 grid grid-cols-2 gap-3 xl:grid-cols-[1.4fr_1fr_1fr_1fr_1fr]">
        {[0, 1, 2, 3, 4].map((tile) => <div key={tile} className="skeleton h-31 rounded-lg max-xl:first:col-span-2" />)}
      </div>
      <TableSkeleton label={words.shell.loading} />
    </LoadingFrame>
  );
}

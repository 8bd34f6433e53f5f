import { wordsOfRequest } from "@/app/request";
import { BoardSkeleton } from "@/components/board/board-skeleton";
import { LoadingFrame } from "@/components/shell/loading-page";
import { PageHeading } from "@/components/shell/page-heading";

export default async function Loading() {
  const { board, shell } = await wordsOfRequest();
  return (
    <LoadingFrame>
      <PageHeading title={board.title} />
      <div aria-hidden className="skeleton mb-3 h-10 max-w-md" />
      <BoardSkeleton label={shell.loading} />
    </LoadingFrame>
  );
}

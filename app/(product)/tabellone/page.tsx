import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { municipalityWith } from "@/app/access";
import { meOfRequest, wordsOfRequest } from "@/app/request";
import { seeded } from "@/app/seeded";
import type { Board } from "@/components/board/board-data";
import { boardQueries } from "@/components/board/board-queries";
import { BoardScreen } from "@/components/board/board-screen";
import { loadBoardSearch, questionOf } from "@/components/board/board-search";
import { facilityQueries } from "@/components/facilities/facility-queries";
import type { FacilityLine, Page } from "@/components/http/api-types";
import { NotForYou } from "@/components/shell/not-for-you";
import { ask } from "@/server/http/ask";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOfRequest()).board.title };
}

type Props = { searchParams: Promise<SearchParams> };

export default async function BoardPage({ searchParams }: Props) {
  const municipality = await municipalityWith("inventory.read");
  if (municipality === null) return <NotForYou />;

  const { today } = await meOfRequest();
  const search = await loadBoardSearch(searchParams);
  const question = questionOf(search, municipality, today);
  // A board that is refused is asked again by the screen, which shows the reason in its place.
  const [[board], facilities] = await Promise.all([
    Promise.allSettled([ask<Board>(boardQueries.firstPath(question))]),
    ask<Page<FacilityLine>>(facilityQueries.listPath(municipality)),
  ]);
  const state = seeded((queries) => {
    queries.setQueryData(facilityQueries.list(municipality).queryKey, facilities);
    if (board.status === "rejected") return;
    if (board.value.isWhole) queries.setQueryData(boardQueries.board(question).queryKey, board.value);
    // Of a part one cannot say what of all beds is free, nor put them in order.
    else if (search.only === null && search.view === "board") queries.setQueryData(boardQueries.firstKey(question), board.value);
  });
  return (
    <HydrationBoundary state={state}>
      <BoardScreen />
    </HydrationBoundary>
  );
}

import { queryOptions } from "@tanstack/react-query";
import { askApi, withParameters } from "../http/api";
import type { Board } from "./board-data";
import type { BoardQuestion } from "./board-search";

/** Whoever reads of people is noted: a board left open must not fill the register. */
const TRUE_FOR = 300_000;

/** More than any screen shows. With the page comes no more than this: what a page carries is written and read twice, the rest is asked for by itself. */
const BEDS_AT_FIRST = 60;

export const boardQueries = {
  all: () => ["board"] as const,

  path: (question: BoardQuestion) => withParameters("/board", question),

  firstPath: (question: BoardQuestion) => withParameters("/board", { ...question, beds: BEDS_AT_FIRST }),

  firstKey: (question: BoardQuestion) => [...boardQueries.all(), "first", question] as const,

  board: (question: BoardQuestion) =>
    queryOptions({
      queryKey: [...boardQueries.all(), question] as const,
      queryFn: ({ signal }) => askApi<Board>(boardQueries.path(question), signal),
      refetchInterval: TRUE_FOR,
      refetchOnWindowFocus: "always",
    }),
};

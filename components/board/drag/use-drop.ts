"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { KnownBoard } from "../board-data";
import { type Answer, answerTo, type Drop } from "./ask-service";

type Asking = { drop: Drop | null; answer: Answer | null; error: unknown; isPending: boolean; ask: (drop: Drop) => void; end: () => void };

/** Asks about a bar that was let go. The answer stays as it was given, whatever changes behind the dialog that it opened. */
export function useDrop(board: KnownBoard): Asking {
  const queries = useQueryClient();
  const { variables, data, error, isIdle, isPending, mutate, reset } = useMutation({ mutationFn: (drop: Drop) => answerTo(queries, board, drop) });
  return { drop: isIdle ? null : variables ?? null, answer: data ?? null, error, isPending, ask: mutate, end: reset };
}

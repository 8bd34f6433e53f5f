"use client";

import { useQuery } from "@tanstack/react-query";
import { liveOf } from "@/domain/placement";
import { householdQueries } from "../households/household-queries";
import type { Member, Placement } from "../http/api-types";

/** Said as any other break of the connection. */
const NO_NETWORK = new Error("The network is down: nothing was asked.");

export type Company = {
  /** Who they are; nobody until the file is there. */
  people: Member[];
  /** Without their file it is not to be told who of them is meant: nothing may be sent for all unasked. */
  isMissing: boolean;
  isReading: boolean;
  error: unknown;
  readAgain: () => void;
};

/** Those who are in the placement or still to come, or (`ended`) who left, as members of their household. */
export function useCompany({ householdId, stays }: Placement, status?: "in_house" | "ended"): Company {
  const live = (status === "ended" ? stays : liveOf(stays)).filter((stay) => status === undefined || stay.status === status).map(({ personId }) => personId);
  // Whoever leaves alone need not be told from others: their file is not read for it.
  const isNeeded = live.length >= (status === undefined ? 1 : 2);
  const { data: household, isFetching, isPaused, error, refetch } = useQuery({ ...householdQueries.file(householdId), enabled: isNeeded });
  const members = new Map((household?.members ?? []).map((member) => [member.personId, member]));
  const isMissing = isNeeded && household === undefined;
  return {
    people: [...new Set(live)].flatMap((personId) => members.get(personId) ?? []),
    isMissing,
    isReading: isMissing && isFetching,
    error: isMissing && !isFetching ? (error ?? (isPaused ? NO_NETWORK : null)) : null,
    readAgain: () => void refetch(),
  };
}

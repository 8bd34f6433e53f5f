"use client";

import { useQuery } from "@tanstack/react-query";
import { liveOf } from "@/domain/placement";
import { householdQueries } from "../households/household-queries";
import type { Member, Placement } from "../http/api-types";

/** Those who are in the placement or still to come, or (`ended`) who left, as members of their household; none until the file is there. */
export function useCompany({ householdId, stays }: Placement, status?: "in_house" | "ended"): Member[] {
  const live = (status === "ended" ? stays : liveOf(stays)).filter((stay) => status === undefined || stay.status === status).map(({ personId }) => personId);
  // Whoever leaves alone need not be told from others: their file is not read for it.
  const fewest = status === undefined ? 1 : 2;
  const { data: household } = useQuery({ ...householdQueries.file(householdId), enabled: live.length >= fewest });
  const members = new Map((household?.members ?? []).map((member) => [member.personId, member]));
  return [...new Set(live)].flatMap((personId) => members.get(personId) ?? []);
}

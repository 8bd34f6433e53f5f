"use client";

import Link from "next/link";
import { isStale } from "@/domain/day-work";
import type { Words } from "@/messages/it";
import { Badge } from "../ui/badge";
import { Card, CardHead } from "../ui/card";
import { ShareBar } from "../ui/share-bar";
import { useWords } from "../words/words-provider";
import type { FacilityToday } from "./today-types";

/** Each facility tonight, one's own first, with when it was last confirmed. */
export function FacilitiesCard({ facilities }: { facilities: FacilityToday[] }) {
  const words = useWords().today;
  return (
    <Card labelledBy="strutture-stanotte">
      <CardHead id="strutture-stanotte" title={words.tonight} />
      <ul>
        {facilities.map(({ id, name, isOwn, beds, daysUnconfirmed }) => (
          <li key={id} className="relative border-b border-line-soft px-4 py-3 last:border-b-0 hover:bg-brand-soft sm:px-5">
            <div className="flex items-center justify-between gap-3">
              <Link href={`/strutture/${id}`} className="min-w-0 truncate font-semibold text-brand after:absolute after:inset-0 hover:underline">{name}</Link>
              {isOwn && <Badge tone="brand">{words.ownFacility}</Badge>}
            </div>
            <div className="mt-1 flex flex-wrap items-center justify-between gap-x-3 text-sm">
              <span className={beds.free > 0 ? "font-semibold text-positive" : "text-ink-faint"}>{words.freeOfAvailable(beds.free, beds.available)}</span>
              <span className={isStale(daysUnconfirmed) ? "font-semibold text-warning" : "text-ink-faint"}>{confirmedWords(daysUnconfirmed, words)}</span>
            </div>
            <ShareBar shares={[{ key: "free", amount: beds.available - beds.free, look: "bg-brand" }]} whole={beds.available} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function confirmedWords(days: number | null, words: Words["today"]): string {
  if (days === null) return words.neverConfirmed;
  if (days === 0) return words.confirmedToday;
  return days === 1 ? words.confirmedYesterday : words.staleFor(days);
}

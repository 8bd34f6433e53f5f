"use client";

import { useQueries } from "@tanstack/react-query";
import { ExternalLink } from "lucide-react";
import Link from "next/link";
import { refusalsIn } from "../http/problem";
import { Button } from "../ui/button";
import { useWords } from "../words/words-provider";
import { placementQueries } from "./placement-queries";

type Props = { error: unknown; onTransfer?: () => void };

/** Whose nights are in the way, for those who may see them, and what can be done: either side goes elsewhere. */
export function WhoIsInTheWay({ error, onTransfer }: Props) {
  const words = useWords().placements;
  const ids = [...new Set(refusalsIn(error).flatMap(({ blockedBy = [] }) => blockedBy).flatMap(({ placementId }) => placementId ?? []))];
  const found = useQueries({ queries: ids.map(placementQueries.one) }).flatMap(({ data }) => data ?? []);
  if (found.length === 0) return null;
  return (
    <div className="space-y-2 pt-1">
      <ul aria-label={words.inTheWay} className="space-y-1">
        {found.map(({ id, householdId, householdCode, unitName, facilityName, arrival, exit }) => (
          <li key={id}>
            {/* What stands in the dialog stays: once the other side has moved, it is sent again. */}
            <Link href={`/nuclei/${householdId}`} target="_blank" className="font-semibold text-brand underline underline-offset-2 hover:text-brand-strong">
              {words.nextOccupant(householdCode, `${unitName}, ${facilityName}`, arrival, exit)}
              <ExternalLink aria-hidden className="ms-1 inline size-4" />
              <span className="sr-only"> ({words.newTab})</span>
            </Link>
          </li>
        ))}
      </ul>
      {onTransfer && (
        <>
          <p>{words.wayOut}</p>
          <Button size="small" onPress={onTransfer}>{words.transferThis}</Button>
        </>
      )}
    </div>
  );
}

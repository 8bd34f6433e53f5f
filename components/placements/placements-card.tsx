"use client";

import { BedDouble } from "lucide-react";
import type { Extension, Member, Placement, RecordedCorrection } from "../http/api-types";
import { useMay } from "../session/me";
import { ButtonLink } from "../ui/button-link";
import { Card, CardHead } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { useWords } from "../words/words-provider";
import { PlacementEntry } from "./placement-entry";
import { PlacementTimeline } from "./placement-timeline";

type Props = {
  placements: Placement[];
  members: Member[];
  extensions: Extension[];
  corrections: RecordedCorrection[];
  searchHref: string;
  /** The one whose steps stand in the page's header. */
  currentId: string | null;
};

/** Every placement of a household, the one that matters now on top. */
export function PlacementsCard({ placements, members, extensions, corrections, searchHref, currentId }: Props) {
  const { placements: words, households } = useWords();
  const maySearch = useMay("availability.read");
  const inOrder = [...placements].sort((a, b) => b.arrival.localeCompare(a.arrival));

  return (
    <Card labelledBy="inserimenti">
      <CardHead id="inserimenti" title={words.title} />
      {inOrder.length === 0 ? (
        <EmptyState
          icon={BedDouble}
          title={words.none}
          action={maySearch && <ButtonLink href={searchHref} tone="primary">{households.findPlace}</ButtonLink>}
        >
          {words.noneText}
        </EmptyState>
      ) : (
        <>
          <PlacementTimeline placements={placements} members={members} />
          <ol>{inOrder.map((placement) => <PlacementEntry key={placement.id} placement={placement} members={members} requests={extensions.filter(({ placementId }) => placementId === placement.id)} corrections={corrections.filter(({ placementId }) => placementId === placement.id)} withSteps={placement.id !== currentId} />)}</ol>
        </>
      )}
    </Card>
  );
}

"use client";

import { FileText, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { nightsBetween } from "@/domain/day";
import { lastParts, liveOf } from "@/domain/placement";
import type { Words } from "@/messages/it";
import { spanInWords } from "../availability/span-words";
import { CorrectionsList } from "../amending/corrections-list";
import { shortBedName } from "../beds/bed-name";
import { ExtensionHistory } from "../extensions/extension-history";
import type { Extension, Member, Placement, RecordedCorrection } from "../http/api-types";
import { useToday } from "../session/me";
import { Badge } from "../ui/badge";
import { Definition } from "../ui/definition";
import { useFormats, useWords } from "../words/words-provider";
import { destinationInWords, reasonInWords } from "./closing-words";
import { PlacementParts } from "./placement-parts";
import { PlacementSteps } from "./placement-steps";
import { StatusBadge } from "./status-badge";

type Props = {
  placement: Placement;
  /** Of the household, now or before. */
  members: Member[];
  /** What was asked for it. */
  requests: Extension[];
  corrections: RecordedCorrection[];
  /** False where its steps stand elsewhere on the page. */
  withSteps: boolean;
};

/** One placement: where, when, until when at the latest, and what can be done with it. */
export function PlacementEntry({ placement, members, requests, corrections, withSteps }: Props) {
  const { placements: words, availability, codes, letterPage } = useWords();
  const { day } = useFormats();
  const today = useToday();
  const isOverdue = placement.status === "in_house" && placement.exit < today;
  const live = liveOf(placement.stays);
  const beds = lastParts(live.length > 0 ? live : placement.stays).flatMap(({ bedName }) => (bedName ? shortBedName(bedName) : []));
  const span = placement.rule?.maxStay && spanInWords(placement.rule.maxStay, availability.span);
  const overstayed = placement.stays.find(({ overstayNights }) => overstayNights > 0);
  const closing = closingWords(placement, { codes, placements: words });

  return (
    <li className="space-y-3 border-b border-line-soft px-4 py-4 last:border-b-0 sm:px-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusBadge status={placement.status} />
        {isOverdue && <Badge tone="negative" icon={TriangleAlert}>{words.overdue}</Badge>}
        <h3 className="text-lg">
          {placement.unitName},{" "}
          <Link href={`/strutture/${placement.facilityId}`} className="text-brand underline underline-offset-2 hover:text-brand-strong">
            {placement.facilityName}
          </Link>
        </h3>
        <p className="text-ink-faint sm:ms-auto">{words.nightsCount(nightsBetween(placement.arrival, placement.exit))}</p>
      </div>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-2 md:grid-cols-4">
        <Definition term={words.arrival}>{day(placement.arrival)}</Definition>
        <Definition term={placement.status === "ended" ? words.exitActual : words.exit}>
          <span className={isOverdue ? "font-semibold text-negative" : undefined}>{day(placement.exit)}</span>
        </Definition>
        <Definition term={words.latest}>
          {placement.latestExit ? (span ? words.latestUnder(placement.latestExit, span) : day(placement.latestExit)) : words.noRule}
        </Definition>
        {beds.length > 0 && <Definition term={words.bedsTerm}>{words.beds(beds)}</Definition>}
        {closing.reason && <Definition term={words.departReason}><span className="inline-block first-letter:uppercase">{closing.reason}</span></Definition>}
        {closing.destination && <Definition term={words.destination}><span className="inline-block first-letter:uppercase">{closing.destination}</span></Definition>}
        {overstayed && (
          <Definition term={words.overstayAuthorised}>
            <span className="block">{words.overstay(overstayed.overstayNights)}</span>
            {overstayed.overstay && <span className="text-ink-soft">{words.overstayTold(overstayed.overstay.authorised, overstayed.overstay.note)}</span>}
          </Definition>
        )}
      </dl>
      <PlacementParts placement={placement} members={members} />
      <ExtensionHistory placement={placement} requests={requests} />
      <CorrectionsList corrections={corrections} members={members} />
      {withSteps && <PlacementSteps placement={placement} />}
      {(placement.status === "planned" || placement.status === "in_house") && (
        <p data-no-print><Link href={`/lettere/${placement.id}`} className="inline-flex items-center gap-1 text-brand underline underline-offset-2 hover:text-brand-strong pointer-coarse:min-h-11"><FileText aria-hidden className="size-4" />{letterPage.write}</Link></p>
      )}
    </li>
  );
}

/** Why it ended, and where those who stayed longest went; nothing while somebody is still there. */
function closingWords({ stays, closingReason }: Placement, words: Pick<Words, "codes" | "placements">): { reason: string | null; destination: string | null } {
  if (liveOf(stays).length > 0) return { reason: null, destination: null };
  const [last] = stays.filter((stay) => stay.departureReason !== null).toSorted((a, b) => (a.exit > b.exit ? -1 : 1));
  return { reason: reasonInWords(last?.departureReason ?? closingReason, words), destination: destinationInWords(last?.destination ?? null, words) };
}

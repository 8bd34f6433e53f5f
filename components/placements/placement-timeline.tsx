"use client";

import { addMonths, type Day, earlierOf, laterOf } from "@/domain/day";
import type { Member, Placement } from "../http/api-types";
import { useToday } from "../session/me";
import { TimelineBar, type TimelineSpan, type TimelineTone } from "../ui/timeline-bar";
import { useFormats, useWords } from "../words/words-provider";
import { type Part, partsOf } from "./parts";

const MONTHS_NAMED = 6;

/** Every placement that happened or is to come on one line of time, with the months under it. */
export function PlacementTimeline({ placements, members }: { placements: Placement[]; members: Member[] }) {
  const { placements: words, moves, codes } = useWords();
  const { shortMonth } = useFormats();
  const today = useToday();
  const shown = placements.filter(({ status }) => status !== "cancelled" && status !== "no_show").toSorted((a, b) => (a.arrival < b.arrival ? -1 : 1));
  if (shown.length === 0) return null;

  const months = monthsAround(shown, today);
  const spans = shown.flatMap((placement) => partsOf(placement).map((part, _index, parts): TimelineSpan => {
    const isOverdue = part.status === "in_house" && part.exit < today;
    const until = isOverdue ? today : part.exit;
    const said = words.timelineSpan(part.unitName, part.facilityName, part.arrival, until, codes.status[part.status] ?? part.status);
    const names = part.personIds.flatMap((personId) => members.find((member) => member.personId === personId)?.givenName ?? []);
    return { id: part.id, from: part.arrival, until, tone: isOverdue ? "over" : toneOf(part), text: parts.length > 1 && names.length > 0 ? `${moves.people(names)}: ${said}` : said };
  }));
  return (
    <div className="border-b border-line-soft px-4 py-3 sm:px-5">
      <TimelineBar
        label={words.timeline}
        from={months[0] ?? today}
        until={months.at(-1) ?? today}
        today={today}
        spans={spans}
        axis={months.map((month) => <span key={month}>{shortMonth(month)}</span>)}
      />
    </div>
  );
}

function toneOf({ status }: Part): TimelineTone {
  if (status === "in_house") return "now";
  return status === "ended" ? "past" : "planned";
}

/** The first days of some months, evenly apart, from the first arrival to the last exit and today; few enough to be read. */
function monthsAround(placements: Placement[], today: Day): Day[] {
  const first = placements.reduce((day, { arrival }) => earlierOf(day, arrival), today);
  const last = placements.reduce((day, { exit }) => laterOf(day, exit), today);
  const start = `${first.slice(0, 8)}01`;
  const months = (Number(last.slice(0, 4)) - Number(start.slice(0, 4))) * 12 + Number(last.slice(5, 7)) - Number(start.slice(5, 7)) + 1;
  const step = Math.max(1, Math.ceil(months / MONTHS_NAMED));
  return Array.from({ length: Math.ceil(months / step) + 1 }, (_, index) => addMonths(start, index * step));
}

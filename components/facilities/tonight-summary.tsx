"use client";

import type { FacilityLine } from "../http/api-types";
import { ShareBar } from "../ui/share-bar";
import { useWords } from "../words/words-provider";

/** How many beds are free tonight, as a number, in words and as a bar. */
export function TonightSummary({ tonight }: Pick<FacilityLine, "tonight">) {
  const words = useWords().facilities;
  const { open, free, occupied, offline, held, overdue } = tonight;
  if (open === 0) return <span className="text-ink-faint">{words.noBeds}</span>;

  const others = [occupied > 0 && words.occupied(occupied), overdue > 0 && words.overdue(overdue), offline > 0 && words.offline(offline), held > 0 && words.held(held)];
  return (
    <div className="min-w-40">
      <span className={free > 0 ? "font-semibold text-positive" : "font-semibold text-ink-soft"}>{words.freeOf(free, open)}</span>
      <TonightBar tonight={tonight} />
      <span className="block text-sm text-ink-faint">{others.filter(Boolean).join(" · ")}</span>
    </div>
  );
}

/** Taken, held, out of service and free beds beside each other. */
export function TonightBar({ tonight: { open, free, occupied, offline, held } }: Pick<FacilityLine, "tonight">) {
  return (
    <ShareBar
      whole={open}
      shares={[
        { key: "occupied", amount: occupied, look: "bg-brand" },
        { key: "held", amount: held, look: "bg-brand-line" },
        { key: "offline", amount: offline, look: "bg-warning" },
        { key: "free", amount: free, look: "bg-positive" },
      ]}
    />
  );
}

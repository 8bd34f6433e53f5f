"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { classes } from "../ui/classes";
import { useWords } from "../words/words-provider";
import { isWithin, type Place, type Waiting } from "./places";

type Props = { place: Place; look: "bar" | "row"; onFollow?: () => void };

/** An entry of the navigation: a row on a wide screen and in the sheet; in the bar of a phone it stands under its icon. */
export function PlaceLink({ place, look, onFollow }: Props) {
  const words = useWords();
  const isHere = isWithin(usePathname(), place.href);
  const waiting = useWaitingAt(place);
  const Icon = place.icon;

  return (
    <Link
      href={place.href}
      onClick={onFollow}
      aria-current={isHere ? "page" : undefined}
      className={classes(look === "bar" ? barEntry(isHere) : rowEntry(isHere), "focus-visible:-outline-offset-3")}
    >
      <Icon aria-hidden className="size-5 shrink-0" />
      <span className={look === "bar" ? "max-w-full truncate lg:flex-1" : "flex-1"}>{place.name(words)}</span>
      {waiting && waiting.count > 0 && <WaitingCount {...waiting} isInBar={look === "bar"} />}
    </Link>
  );
}

const none = () => null;

function useWaitingAt({ useWaiting = none }: Place): Waiting | null {
  return useWaiting();
}

/** The look of what stands in the bar: a tile on a phone, a row on a wide screen. */
export function barEntry(isHere: boolean): string {
  return classes(
    "relative flex min-h-14 w-full min-w-0 flex-col items-center justify-center gap-0.5 px-0.5 text-xs font-semibold",
    "lg:min-h-10 lg:flex-row lg:justify-start lg:gap-3 lg:rounded-md lg:px-3 lg:text-md",
    isHere ? "text-brand shadow-[inset_0_3px_var(--brand)] lg:bg-brand-soft lg:shadow-[inset_3px_0_var(--brand)]" : "text-ink-soft hover:bg-muted",
  );
}

function rowEntry(isHere: boolean): string {
  return classes("flex min-h-12 items-center gap-3 rounded-md px-3 text-lg font-semibold", isHere ? "bg-brand-soft text-brand" : "text-ink hover:bg-muted");
}

function WaitingCount({ count, label, isUrgent = false, isInBar }: Waiting & { isInBar: boolean }) {
  return (
    <span
      className={classes(
        "grid h-5 min-w-5 place-items-center rounded-full px-1.5 text-xs font-bold",
        isUrgent ? "bg-alarm text-white" : "bg-ink-soft text-surface",
        isInBar && "max-lg:absolute max-lg:top-1.5 max-lg:left-1/2 max-lg:ms-2.5 max-lg:h-4 max-lg:min-w-4 max-lg:px-1",
      )}
    >
      <span aria-hidden>{count > 99 ? "99+" : count}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}

"use client";

import { BedDouble, Building2, CalendarRange, DoorOpen, UserRound, Users, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { ListBoxItem } from "react-aria-components";
import { StatusBadge } from "../placements/status-badge";
import { useFormats, useWords } from "../words/words-provider";
import { MarkedText } from "./marked-text";
import { type FoundItem, type FoundKind, pageOf } from "./search-types";

const ICONS: Record<FoundKind, LucideIcon> = { household: Users, person: UserRound, placement: CalendarRange, facility: Building2, unit: DoorOpen, bed: BedDouble };

type Props = { item: FoundItem; words: readonly string[]; onOpen: () => void };

export function FoundOption({ item, words, onOpen }: Props) {
  const detail = useDetail(item);
  return (
    <SearchOption id={`${item.kind}-${item.id}`} href={pageOf(item)} text={[item.title, detail].filter(Boolean).join(", ")} kind={item.kind} onOpen={onOpen} badge={item.kind === "placement" && <StatusBadge status={item.status} />}>
      <span className="block truncate font-semibold"><MarkedText text={item.title} words={words} /></span>
      {detail && <span className="block truncate text-sm text-ink-faint"><MarkedText text={detail} words={words} /></span>}
    </SearchOption>
  );
}

type OptionProps = { id: string; href: string; text: string; kind: FoundKind; onOpen: () => void; badge?: ReactNode; children: ReactNode };

/** A line of the list; a link, so that it can be opened beside as well. */
export function SearchOption({ id, href, text, kind, onOpen, badge, children }: OptionProps) {
  const Icon = ICONS[kind];
  return (
    <ListBoxItem
      id={id}
      href={href}
      textValue={text}
      onAction={onOpen}
      className="flex min-h-12 cursor-pointer items-center gap-3 rounded-md px-3 py-1.5 outline-none data-[focused]:bg-brand-soft data-[focused]:shadow-[inset_3px_0_var(--brand)] data-[hovered]:bg-muted"
    >
      <Icon aria-hidden className="size-5 shrink-0 text-ink-faint" />
      <span className="min-w-0 flex-1">{children}</span>
      {badge}
    </ListBoxItem>
  );
}

/** What tells it apart from others of the same name. */
function useDetail(item: FoundItem): string {
  const { search, households, codes } = useWords();
  const { shortDay } = useFormats();
  switch (item.kind) {
    case "household":
      return [item.code, households.people(item.adults, item.minors), item.phone].filter(Boolean).join(" · ");
    case "person":
      return [item.code, search.born(item.birthDate)].join(" · ");
    case "placement":
      return `${item.code} · ${search.fromUntil(shortDay(item.arrival), shortDay(item.exit))}`;
    case "facility":
      return [codes.kind[item.facilityKind], item.detail].filter(Boolean).join(" · ");
    case "unit":
      return [item.facilityName, item.flat, codes.letting[item.letting]].filter(Boolean).join(" · ");
    case "bed":
      return `${item.facilityName} · ${item.unitName}`;
  }
}

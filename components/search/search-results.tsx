"use client";

import { SearchX } from "lucide-react";
import type { ReactNode } from "react";
import { Collection, Header, ListBox, ListBoxSection } from "react-aria-components";
import { wordsSearched } from "@/domain/search-words";
import { EmptyState } from "../ui/empty-state";
import { useWords } from "../words/words-provider";
import { FoundOption, SearchOption } from "./found-option";
import type { RecentRecord } from "./recent-records";
import { FOUND_KINDS, type FoundItem, type FoundKind, pageOf } from "./search-types";

type ResultsProps = { items: FoundItem[]; q: string; onOpen: () => void };

export function SearchResults({ items, q, onOpen }: ResultsProps) {
  const words = useWords().search;
  const searched = wordsSearched(q);
  return (
    <ResultList label={words.results} empty={<EmptyState icon={SearchX} title={words.noneTitle(q)}>{words.noneText}</EmptyState>}>
      {inGroups(items).map((group) => (
        <Group key={group.id} id={group.id} title={words.group[group.id]}>
          <Collection items={group.items}>{(item) => <FoundOption key={item.id} item={item} words={searched} onOpen={onOpen} />}</Collection>
        </Group>
      ))}
    </ResultList>
  );
}

/** As they are shown; a kind of which nothing was found is left out. */
export function inGroups(items: FoundItem[]): { id: FoundKind; items: FoundItem[] }[] {
  const shown = withoutEchoes(items);
  return FOUND_KINDS.map((kind) => ({ id: kind, items: shown.filter((item) => item.kind === kind) })).filter((group) => group.items.length > 0);
}

/** A household of one person is called as that person: one line is enough. */
function withoutEchoes(items: FoundItem[]): FoundItem[] {
  const households = items.filter(({ kind }) => kind === "household");
  return items.filter((item) => item.kind !== "person" || !households.some((household) => household.title === item.title && pageOf(household) === pageOf(item)));
}

export function RecentResults({ records, onOpen }: { records: RecentRecord[]; onOpen: () => void }) {
  const words = useWords().search;
  return (
    <ResultList label={words.recent} empty={<p className="px-5 py-6 text-ink-faint">{words.begin}</p>}>
      {records.length > 0 && (
        <Group id="recent" title={words.recent}>
          {records.map(({ kind, id, title, detail }) => (
            <SearchOption key={id} id={id} href={kind === "household" ? `/nuclei/${id}` : `/strutture/${id}`} text={title} kind={kind} onOpen={onOpen}>
              <span className="block truncate font-semibold">{title}</span>
              {detail && <span className="block truncate text-sm text-ink-faint">{detail}</span>}
            </SearchOption>
          ))}
        </Group>
      )}
    </ResultList>
  );
}

function ResultList({ label, empty, children }: { label: string; empty: ReactNode; children: ReactNode }) {
  return (
    <ListBox aria-label={label} renderEmptyState={() => empty} className="min-h-0 flex-1 overflow-y-auto p-2 outline-none sm:max-h-[60dvh]">
      {children}
    </ListBox>
  );
}

function Group({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <ListBoxSection id={id}>
      <Header className="px-3 pt-2 pb-1 text-xs font-bold text-ink-soft">{title}</Header>
      {children}
    </ListBoxSection>
  );
}

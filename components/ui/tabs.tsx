"use client";

import type { ReactNode } from "react";
import { Tab as AriaTab, TabList, TabPanel as AriaTabPanel, Tabs as AriaTabs, type Key } from "react-aria-components";

export type TabEntry<Id extends string = string> = { id: Id; text: string; count?: number };

type Props<Id extends string> = {
  label: string;
  tabs: TabEntry<Id>[];
  selected: Id;
  onSelect: (id: Id) => void;
  /** One panel, filled for the tab that is selected. */
  children: ReactNode;
};

/** Tabs of a card or a page; which one is open belongs into the URL, so the caller holds it. */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect, children }: Props<Id>) {
  const select = (key: Key) => {
    const chosen = tabs.find(({ id }) => id === key);
    if (chosen) onSelect(chosen.id);
  };
  return (
    <AriaTabs selectedKey={selected} onSelectionChange={select}>
      <TabList aria-label={label} items={tabs} className="flex gap-1 overflow-x-auto border-b border-line px-3">
        {({ id, text, count }) => (
          <AriaTab
            id={id}
            className="flex min-h-11 cursor-pointer items-center gap-2 border-b-[3px] border-transparent px-2 font-semibold whitespace-nowrap text-ink-soft -outline-offset-3 hover:text-brand data-[selected]:border-brand data-[selected]:text-brand"
          >
            {text}
            {count !== undefined && <span className="rounded-full bg-muted px-2 text-xs text-ink-soft">{count}</span>}
          </AriaTab>
        )}
      </TabList>
      <AriaTabPanel key={selected} id={selected} className="outline-offset-[-3px]">{children}</AriaTabPanel>
    </AriaTabs>
  );
}

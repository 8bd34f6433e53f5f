"use client";

import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Menu as AriaMenu, MenuItem as AriaMenuItem, MenuTrigger, type Key } from "react-aria-components";
import { Popover } from "./popover";

export type MenuEntry = { id: string; text: string; lang?: string; icon?: ReactNode };

type Props = {
  label: string;
  /** The button that opens the menu. */
  trigger: ReactNode;
  entries: MenuEntry[];
  onAction: (id: string) => void;
  selected?: string;
  heading?: ReactNode;
};

export function Menu({ label, trigger, entries, onAction, selected, heading }: Props) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement="bottom end" className="min-w-48">
        {heading}
        <AriaMenu
          aria-label={label}
          onAction={(key: Key) => onAction(String(key))}
          selectionMode={selected === undefined ? "none" : "single"}
          selectedKeys={selected === undefined ? undefined : [selected]}
          className="p-1 outline-none"
        >
          {entries.map(({ id, text, lang, icon }) => (
            <AriaMenuItem
              key={id}
              id={id}
              textValue={text}
              className="flex min-h-10 cursor-pointer items-center gap-3 rounded-md px-3 outline-none data-[focused]:bg-brand-soft data-[focused]:text-brand-strong data-[focus-visible]:-outline-offset-3 pointer-coarse:min-h-11"
            >
              {icon}
              <span lang={lang} className="flex-1">{text}</span>
              {id === selected && <Check aria-hidden className="size-4 text-brand" />}
            </AriaMenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

"use client";

import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { ListBoxItem as AriaListBoxItem } from "react-aria-components";

type Props = { id: string; text: string; children?: ReactNode };

export function ListBoxItem({ id, text, children }: Props) {
  return (
    <AriaListBoxItem
      id={id}
      textValue={text}
      className="flex min-h-9 cursor-pointer items-center gap-2 rounded-md px-3 py-1.5 outline-none data-[focused]:bg-brand-soft data-[focused]:text-brand-strong data-[selected]:font-semibold data-[focus-visible]:-outline-offset-3 pointer-coarse:min-h-11"
    >
      {({ isSelected }) => (
        <>
          <span className="min-w-0 flex-1">{children ?? text}</span>
          {isSelected && <Check aria-hidden className="size-4 shrink-0 text-brand" />}
        </>
      )}
    </AriaListBoxItem>
  );
}

"use client";

import { Search, X } from "lucide-react";
import { Button, Input, Label, SearchField as AriaSearchField, type SearchFieldProps } from "react-aria-components";

type Props = Omit<SearchFieldProps, "className" | "children"> & { label: string; placeholder?: string };

export function SearchField({ label, placeholder, ...props }: Props) {
  return (
    <AriaSearchField {...props} className="group">
      <Label className="sr-only">{label}</Label>
      <div className="field-box">
        <Search aria-hidden className="size-4 shrink-0 text-ink-faint" />
        <Input
          placeholder={placeholder}
          className="min-h-9 min-w-0 flex-1 bg-transparent outline-none [&::-webkit-search-cancel-button]:hidden"
        />
        <Button className="grid size-7 place-items-center rounded-sm text-ink-faint hover:bg-muted group-data-[empty]:invisible pointer-coarse:size-9">
          <X aria-hidden className="size-4" />
        </Button>
      </div>
    </AriaSearchField>
  );
}

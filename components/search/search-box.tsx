"use client";

import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "react-aria-components";
import { useWords } from "../words/words-provider";
import { useSearchKeys } from "./use-search-keys";

const load = () => import("./search-palette").then((module) => module.SearchPalette);
const SearchPalette = dynamic(load, { ssr: false });

/** Opens the search: a box in a wide header, an icon on a phone. What it opens is loaded when it is first wanted. */
export function SearchBox() {
  const words = useWords().search;
  const [isOpen, setOpen] = useState(false);
  useSearchKeys(() => setOpen(true));

  return (
    <>
      <Button
        aria-label={words.title}
        aria-haspopup="dialog"
        aria-keyshortcuts="/ Control+K"
        onPress={() => setOpen(true)}
        onHoverStart={() => void load()}
        onFocus={() => void load()}
        className="grid size-11 place-items-center rounded-md text-white hover:bg-white/15 data-[focus-visible]:outline-white lg:flex lg:h-9 lg:w-full lg:max-w-[460px] lg:items-center lg:justify-start lg:gap-2 lg:border lg:border-header-field lg:bg-white/10 lg:px-3 lg:text-header-soft"
      >
        <Search aria-hidden className="size-5 shrink-0 lg:size-4" />
        <span aria-hidden className="flex-1 truncate text-start max-lg:hidden">{words.placeholder}</span>
        <kbd aria-hidden className="rounded-sm border border-header-field px-1.5 font-sans text-xs font-semibold max-lg:hidden">/</kbd>
      </Button>
      {isOpen && <SearchPalette onClose={() => setOpen(false)} />}
    </>
  );
}

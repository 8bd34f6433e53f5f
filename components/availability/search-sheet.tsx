"use client";

import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { useWords } from "../words/words-provider";
import type { AvailabilitySearch } from "./availability-search";
import { SearchFields } from "./search-fields";
import type { SearchChange } from "./use-search";

type Props = { search: AvailabilitySearch; onChange: (change: SearchChange) => void; found: string; onClose: () => void };

/** The fields of the search on a phone; what is chosen holds at once, the button tells how much it finds. */
export function SearchSheet({ search, onChange, found, onClose }: Props) {
  const { availability: words, shell } = useWords();
  return (
    <Dialog title={words.searchForm} closeLabel={shell.close} isOpen onClose={onClose} isDismissable>
      <div className="space-y-4">
        <SearchFields search={search} onChange={onChange} />
        <Button tone="primary" isWide onPress={onClose}>{words.showResults(found)}</Button>
      </div>
    </Dialog>
  );
}

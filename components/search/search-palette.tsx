"use client";

import { useQuery } from "@tanstack/react-query";
import { Search, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Autocomplete, Button, Dialog, Input, Modal, ModalOverlay, SearchField } from "react-aria-components";
import { ProblemAlert } from "../http/problem-alert";
import { useMe, useMunicipality } from "../session/me";
import { ListSkeleton } from "../ui/list-skeleton";
import { useDebounced } from "../ui/use-debounced";
import { useWords } from "../words/words-provider";
import { readRecent, recentKey } from "./recent-records";
import { searchQueries, SHORTEST_SEARCH } from "./search-queries";
import { inGroups, RecentResults, SearchResults } from "./search-results";
import { pageOf } from "./search-types";

/** Finds whatever has a name, a code or a telephone number; in the middle of a wide screen, on a phone the whole of it. */
export function SearchPalette({ onClose }: { onClose: () => void }) {
  const words = useWords().search;
  const [text, setText] = useState("");
  const [wanted, setWanted] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);

  return (
    <ModalOverlay isOpen onOpenChange={(isOpen) => !isOpen && onClose()} isDismissable className="fixed inset-0 z-50 flex h-(--visual-viewport-height) items-start justify-center bg-scrim sm:p-[8dvh_24px_24px]">
      <Modal className="flex h-full w-full flex-col overflow-hidden bg-surface text-ink shadow-overlay data-[entering]:animate-[rise_0.12s_ease-out] sm:h-auto sm:max-w-2xl sm:rounded-lg">
        <Dialog aria-label={words.title} className="flex min-h-0 flex-1 flex-col outline-none">
          <Autocomplete inputValue={text} onInputChange={setText}>
            <SearchField aria-label={words.title} autoFocus onSubmit={(written) => !input.current?.hasAttribute("aria-activedescendant") && setWanted(written.trim())} className="flex items-center gap-3 border-b border-line px-4 sm:px-5">
              <Search aria-hidden className="size-5 shrink-0 text-brand" />
              <Input ref={input} placeholder={words.placeholder} className="min-h-14 min-w-0 flex-1 bg-transparent text-lg outline-none [&::-webkit-search-cancel-button]:hidden" />
              <Button slot={null} aria-label={words.close} onPress={onClose} className="-me-2 grid size-9 shrink-0 place-items-center rounded-md text-ink-soft hover:bg-muted pointer-coarse:size-11">
                <X aria-hidden className="size-5" />
              </Button>
            </SearchField>
            <Answers text={text.trim()} wanted={wanted} onOpen={onClose} />
          </Autocomplete>
          <p aria-hidden className="hidden gap-4 border-t border-line bg-sunken px-5 py-2 text-xs text-ink-faint sm:pointer-fine:flex">
            {words.keys.map(([key, deed]) => <span key={key}><kbd className="me-1 rounded-sm border border-line bg-surface px-1 font-sans font-semibold">{key}</kbd>{deed}</span>)}
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** `wanted`: the words whose first answer is to be opened as soon as it is there, for whoever writes and presses Enter. */
type AnswersProps = { text: string; wanted: string | null; onOpen: () => void };

function Answers({ text, wanted, onOpen }: AnswersProps) {
  const words = useWords().search;
  const municipality = useMunicipality().code;
  const me = useMe().id;
  const q = useDebounced(text, 200);
  const { data: items, error, isPlaceholderData } = useQuery(searchQueries.everything({ municipality, q }));
  const [recent] = useState(() => readRecent(recentKey(me, municipality)));
  const router = useRouter();
  const first = wanted !== null && wanted === text && q === text && !isPlaceholderData ? inGroups(items ?? [])[0]?.items[0] : undefined;

  useEffect(() => {
    if (!first) return;
    router.push(pageOf(first));
    onOpen();
  }, [first, router, onOpen]);

  if (text.length < SHORTEST_SEARCH) return <RecentResults records={recent} onOpen={onOpen} />;
  if (error) return <div className="p-4"><ProblemAlert error={error} title={words.failed} /></div>;
  if (!items) return <ListSkeleton label={words.looking} />;
  return (
    <>
      <SearchResults items={items} q={q} onOpen={onOpen} />
      <p role="status" className="sr-only">{isPlaceholderData ? words.looking : words.count(items.length)}</p>
    </>
  );
}

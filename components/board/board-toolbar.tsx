"use client";

import { ChevronLeft, ChevronRight, Printer, Table2 } from "lucide-react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { useToday } from "../session/me";
import { Button } from "../ui/button";
import { classes } from "../ui/classes";
import { useWords } from "../words/words-provider";
import { LiveSign } from "./live-sign";
import { type BoardSearch, stepped, ZOOM_NAMES } from "./board-search";

type Props = { search: BoardSearch; onChange: (change: Partial<BoardSearch>) => void };

const SEGMENT = "min-h-8 border-[1.5px] border-brand px-3 text-sm font-semibold text-brand not-first:-ms-[1.5px] first:rounded-s-md last:rounded-e-md hover:bg-brand-soft data-[selected]:border-fill data-[selected]:bg-fill data-[selected]:text-on-fill pointer-coarse:min-h-11 pointer-coarse:text-base focus-visible:z-10";

/** Which days are shown, and whether as a board or as a table. A phone always shows the next days. */
export function BoardToolbar({ search, onChange }: Props) {
  const words = useWords().board;
  const today = useToday();
  const isTable = search.view === "table";
  return (
    <>
      <LiveSign />
      <ToggleButtonGroup
        aria-label={words.zoom}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[search.zoom]}
        onSelectionChange={(keys) => {
          const zoom = ZOOM_NAMES.find((each) => keys.has(each));
          if (zoom) onChange({ zoom });
        }}
        className={classes("flex bg-surface max-md:hidden", isTable && "hidden")}
      >
        {ZOOM_NAMES.map((zoom) => <ToggleButton key={zoom} id={zoom} className={SEGMENT}>{words.zooms[zoom]}</ToggleButton>)}
      </ToggleButtonGroup>
      <div role="group" aria-label={words.move} className={classes("flex gap-2", !isTable && "max-md:hidden")}>
        <Button size="small" aria-label={words.previous} onPress={() => onChange({ from: stepped(search, today, -1) })}><ChevronLeft aria-hidden className="size-4" /></Button>
        <Button size="small" onPress={() => onChange({ from: null })}>{words.today}</Button>
        <Button size="small" aria-label={words.next} onPress={() => onChange({ from: stepped(search, today, 1) })}><ChevronRight aria-hidden className="size-4" /></Button>
      </div>
      <ToggleButton
        isSelected={isTable}
        onChange={(isOn) => onChange({ view: isOn ? "table" : "board" })}
        className={classes(SEGMENT, "inline-flex items-center gap-2 rounded-md bg-surface")}
      >
        <Table2 aria-hidden className="size-4" />
        {words.asTable}
      </ToggleButton>
      {!isTable && <span className="max-md:hidden"><Button size="small" aria-label={words.print} onPress={() => window.print()}><Printer aria-hidden className="size-4" /></Button></span>}
    </>
  );
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { Dialog as AriaDialog, Heading } from "react-aria-components";
import type { Day, Period } from "@/domain/day";
import { placementQueries } from "../placements/placement-queries";
import { type StepName, useSteps } from "../placements/use-steps";
import { useMay } from "../session/me";
import { Dialog } from "../ui/dialog";
import { Popover } from "../ui/popover";
import { useWords } from "../words/words-provider";
import { factsAt, type CellFacts, type KnownBoard } from "./board-data";
import type { BedRow } from "./board-rows";
import { CardContent } from "./card-content";
import { CardSteps } from "./card-steps";
import { type FreeStep } from "./drag/free-days";
import { FreeStepDialog } from "./free-dialog";

/** A bed on a day, or on free days that were chosen, looked at more closely. */
export type Opened = { row: BedRow; day: Day; days?: Period };

type Props = {
  board: KnownBoard;
  opened: Opened;
  /** What it stands beside; without one it is a dialog in the middle of the screen, on a phone a sheet. */
  anchor?: RefObject<HTMLElement | null>;
  onClose: () => void;
};

/** Who or what has a bed on a day, and what can be done about it in place. It makes room for the dialog of a step. */
export function BoardCard({ board, opened: { row, day, days }, anchor, onClose }: Props) {
  const { shell, board: words } = useWords();
  const facts = factsAt(board, row.bed, day);
  const placementId = facts.what === "bar" ? facts.placement?.id ?? null : null;
  const mayRead = useMay("placement.read");
  const { data: placement, error } = useQuery({ ...placementQueries.one(placementId ?? ""), enabled: mayRead && placementId !== null });
  const { steps, take, dialog } = useSteps(placement ?? null);
  const [free, setFree] = useState<{ step: FreeStep; days: Period } | null>(null);
  const [isShown, setShown] = useState(true);
  const [opener] = useState(() => document.activeElement);
  const isTaking = useRef(false);
  const hasDialog = Boolean(dialog) || free !== null;

  const end = useCallback(() => {
    onClose();
    // What gives the focus back after a dialog looks first; the button of the step went with the card.
    requestAnimationFrame(() => requestAnimationFrame(() => document.activeElement === document.body && opener instanceof HTMLElement && opener.focus()));
  }, [onClose, opener]);

  useEffect(() => {
    if (isTaking.current && !hasDialog) end();
  }, [hasDialog, end]);

  function choose(step: StepName) {
    isTaking.current = true;
    take(step);
    setShown(false);
  }

  function chooseFree(step: FreeStep, chosen: Period) {
    isTaking.current = true;
    setFree({ step, days: chosen });
    setShown(false);
  }

  function close() {
    if (!isTaking.current) end();
  }

  const title = titleOf(facts, words);
  const content = (
    <>
      <CardContent board={board} row={row} day={day} days={days} facts={facts} onTake={chooseFree} />
      {mayRead && placementId !== null && <CardSteps placement={placement ?? null} error={error} steps={steps} onTake={choose} />}
    </>
  );
  return (
    <>
      {anchor ? (
        <Popover triggerRef={anchor} isOpen={isShown} onOpenChange={(open) => !open && close()} placement="bottom start" className="w-104 max-w-[calc(100vw-32px)]">
          <AriaDialog className="space-y-3 p-4 outline-none">
            <Heading slot="title" className="text-lg font-bold">{title}</Heading>
            {content}
          </AriaDialog>
        </Popover>
      ) : (
        <Dialog title={title} closeLabel={shell.close} isOpen={isShown} onClose={close} isDismissable><div className="space-y-3">{content}</div></Dialog>
      )}
      {dialog}
      {free && <FreeStepDialog row={row} step={free.step} days={free.days} onClose={() => setFree(null)} />}
    </>
  );
}

function titleOf(facts: CellFacts, { card }: ReturnType<typeof useWords>["board"]): string {
  if (facts.what === "free") return card.free;
  if (facts.what === "not_open") return card.notOpen;
  const { look, placement } = facts;
  if (look === "closure" || look === "turnaround" || look === "offer") return card[look];
  return placement ? card.household(placement.householdCode) : card.taken;
}

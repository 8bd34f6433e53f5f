"use client";

import { useState, type RefObject } from "react";
import { Dialog as AriaDialog, Heading } from "react-aria-components";
import { ProblemAlert } from "../../http/problem-alert";
import { Popover } from "../../ui/popover";
import { useWords } from "../../words/words-provider";
import type { KnownBoard } from "../board-data";
import type { Answer, Drop } from "./ask-service";
import { BarDialog, type Way } from "./bar-dialog";
import { Refused } from "./refused";

type Props = {
  board: KnownBoard;
  drop: Drop;
  /** Null where it could not be asked. */
  answer: Answer | null;
  error: unknown;
  /** What was let go on. */
  anchor: RefObject<HTMLElement | null>;
  onClose: () => void;
};

/** What comes of a bar that was let go: the step's dialog, or in place the reason against it and what would work. */
export function DropOutcome({ board, drop, answer, error, anchor, onClose }: Props) {
  const { placements } = useWords();
  const [chosen, setChosen] = useState<Way | null>(null);
  const way: Way | null = chosen ?? (answer?.verdict.isFine ? wayOf(drop, answer) : null);
  if (answer && way) return <BarDialog placement={answer.placement} way={way} onClose={onClose} />;
  return (
    <Popover triggerRef={anchor} isOpen onOpenChange={(open) => !open && onClose()} placement="bottom start" className="w-104 max-w-[calc(100vw-32px)]">
      <AriaDialog className="space-y-3 p-4 outline-none">
        <Heading slot="title" className="text-lg font-bold">{placements.stepRefused}</Heading>
        {Boolean(error) && <ProblemAlert error={error} />}
        {answer && <Refused board={board} drop={drop} answer={answer} onChoose={setChosen} onDespite={() => setChosen(wayOf(drop, answer))} />}
      </AriaDialog>
    </Popover>
  );
}

/** As it was let go. */
function wayOf({ intent }: Drop, { start }: Answer): Way {
  if (intent.step === "move") return { kind: "move", start };
  return intent.step === "days" ? { kind: "days", days: { from: intent.arrival, until: intent.exit } } : { kind: "exit", exit: intent.exit };
}

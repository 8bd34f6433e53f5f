"use client";

import { refusalsIn } from "../http/problem";
import { ProblemAlert } from "../http/problem-alert";
import { Button } from "../ui/button";
import { useWords } from "../words/words-provider";
import { WhoIsInTheWay } from "./who-is-in-the-way";

type Props = {
  error: unknown;
  title: string;
  onUseLatestExit?: (exit: string) => void;
  /** The exit that would work, where it is not the latest the answer names; null: none would. */
  exitThatWorks?: string | null;
  /** An exit on the arrival is no stay: where no night is left, none is offered. */
  arrival?: string;
  /** Where the household itself could go elsewhere instead. */
  onTransfer?: () => void;
};

/**
 * A refusal of a placement's step; when only the exit is too late, one press puts in the latest that is allowed. Whose nights are in the
 * way is told with a way to them.
 */
export function Refusal({ error, title, onUseLatestExit, exitThatWorks, arrival = "", onTransfer }: Props) {
  const words = useWords().placements;
  const latest = refusalsIn(error).find(({ latestExit }) => latestExit)?.latestExit;
  const limit = exitThatWorks === undefined ? latest : exitThatWorks;

  return (
    <ProblemAlert error={error} title={title}>
      {limit && limit > arrival && onUseLatestExit && (
        <div className="pt-1">
          <Button size="small" onPress={() => onUseLatestExit(limit)}>{words.useLatestExit(limit)}</Button>
        </div>
      )}
      <WhoIsInTheWay error={error} onTransfer={onTransfer} />
    </ProblemAlert>
  );
}

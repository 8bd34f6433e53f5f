"use client";

import { asProblem } from "../http/problem";
import { ProblemAlert } from "../http/problem-alert";
import { Button } from "../ui/button";
import { useWords } from "../words/words-provider";

type Props = {
  error: unknown;
  title: string;
  onUseLatestExit?: (exit: string) => void;
  /** The exit that would work, where it is not the latest the answer names; null: none would. */
  exitThatWorks?: string | null;
  /** An exit on the arrival is no stay: where no night is left, none is offered. */
  arrival?: string;
};

/** A refusal of a placement's step; when only the exit is too late, one press puts in the latest that is allowed. */
export function Refusal({ error, title, onUseLatestExit, exitThatWorks, arrival = "" }: Props) {
  const words = useWords().placements;
  const body = asProblem(error)?.body;
  const latest = body?.latestExit ?? body?.refusals?.find(({ latestExit }) => latestExit)?.latestExit;
  const limit = exitThatWorks === undefined ? latest : exitThatWorks;

  return (
    <ProblemAlert error={error} title={title}>
      {limit && limit > arrival && onUseLatestExit && (
        <div className="pt-1">
          <Button size="small" onPress={() => onUseLatestExit(limit)}>{words.useLatestExit(limit)}</Button>
        </div>
      )}
    </ProblemAlert>
  );
}

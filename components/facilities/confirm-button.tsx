"use client";

import { CheckCheck } from "lucide-react";
import { ProblemAlert } from "../http/problem-alert";
import { Button } from "../ui/button";
import { useWords } from "../words/words-provider";
import { useConfirming } from "./use-confirming";

/** "It is all true": what the page shows was looked at by somebody who knows. */
export function ConfirmButton({ facilityId }: { facilityId: string }) {
  const words = useWords().facilities;
  const confirming = useConfirming(facilityId);

  return (
    <div className="space-y-2">
      {confirming.error && <ProblemAlert error={confirming.error} title={words.confirmFailed} />}
      <div className="flex flex-wrap items-center gap-3">
        <span className="text-sm text-ink-faint max-sm:w-full">{words.confirmHint}</span>
        <Button tone="primary" isPending={confirming.isPending} onPress={() => confirming.mutate()}>
          <CheckCheck aria-hidden className="size-4" />
          {words.confirm}
        </Button>
      </div>
    </div>
  );
}

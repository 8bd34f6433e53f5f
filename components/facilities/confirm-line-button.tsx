"use client";

import { CheckCheck } from "lucide-react";
import type { FacilityLine } from "../http/api-types";
import { ProblemAlert } from "../http/problem-alert";
import { Button } from "../ui/button";
import { useWords } from "../words/words-provider";
import { useConfirming } from "./use-confirming";

/** "It is all true", in the line of a list. */
export function ConfirmLineButton({ facility: { id, name } }: { facility: Pick<FacilityLine, "id" | "name"> }) {
  const words = useWords().facilities;
  const confirming = useConfirming(id);
  return (
    <div className="relative z-1">
      <Button size="small" aria-label={words.confirmNamed(name)} isPending={confirming.isPending} onPress={() => confirming.mutate()}>
        <CheckCheck aria-hidden className="size-4" />
        {words.confirmShort}
      </Button>
      {confirming.error && <ProblemAlert error={confirming.error} title={words.confirmFailed} />}
    </div>
  );
}

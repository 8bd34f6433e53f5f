"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CheckCheck } from "lucide-react";
import type { FacilityLine } from "../http/api-types";
import { ProblemAlert } from "../http/problem-alert";
import { Button } from "../ui/button";
import { useToast } from "../ui/toast";
import { useWords } from "../words/words-provider";
import { facilityMutations } from "./facility-mutations";

/** "It is all true", in the line of a list. */
export function ConfirmLineButton({ facility: { id, name } }: { facility: Pick<FacilityLine, "id" | "name"> }) {
  const words = useWords().facilities;
  const confirming = useMutation(facilityMutations.confirm(useQueryClient(), id));
  const toast = useToast();
  return (
    <div className="relative z-1">
      <Button size="small" aria-label={words.confirmNamed(name)} isPending={confirming.isPending} onPress={() => confirming.mutate(undefined, { onSuccess: () => toast(words.confirmed) })}>
        <CheckCheck aria-hidden className="size-4" />
        {words.confirmShort}
      </Button>
      {confirming.error && <ProblemAlert error={confirming.error} title={words.confirmFailed} />}
    </div>
  );
}

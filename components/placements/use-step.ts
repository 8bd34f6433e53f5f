"use client";

import { useMutation, useQueryClient, type QueryClient, type UseMutationOptions } from "@tanstack/react-query";
import type { Placement } from "../http/api-types";
import { useToast } from "../ui/toast";
import { useWords } from "../words/words-provider";
import { type StepDone, useStepDone } from "./step-done";
import { withWarnings } from "./with-warnings";

type Step<Body> = { id: string; version: number; body: Body };

/** Takes a step of a placement: on a yes says so and closes, on a no keeps the dialog with the reason. `kind` is told of steps that can be taken back. */
export function useStep<Body>(
  options: (queries: QueryClient) => UseMutationOptions<Placement, Error, Step<Body>>,
  placement: Placement,
  doneText: (placement: Placement) => string,
  onClose: () => void,
  kind?: Extract<StepDone, { before: Placement }>["step"],
) {
  const toast = useToast();
  const tell = useStepDone();
  const words = useWords().placements;
  const mutation = useMutation(options(useQueryClient()));

  function take(body: Body) {
    mutation.mutate(
      { id: placement.id, version: placement.version, body },
      {
        onSuccess: (answer) => {
          const text = withWarnings(doneText(answer), answer, words.warnings);
          if (tell && kind) tell(text, { step: kind, before: placement, after: answer });
          else toast(text);
          onClose();
        },
      },
    );
  }

  return { take, isPending: mutation.isPending, error: mutation.error };
}

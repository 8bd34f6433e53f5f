"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useToast } from "../ui/toast";
import { useWords } from "../words/words-provider";
import { facilityMutations } from "./facility-mutations";

/** "It is all true" of one facility. It is said also when its button has gone from the page by then. */
export function useConfirming(facilityId: string) {
  const words = useWords().facilities;
  const toast = useToast();
  return useMutation({ ...facilityMutations.confirm(useQueryClient(), facilityId), onSuccess: () => toast(words.confirmed) });
}

"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { extensionMutations } from "../../extensions/extension-queries";
import { facilityMutations } from "../../facilities/facility-mutations";
import { placementMutations } from "../../placements/placement-mutations";
import type { StepDone } from "../../placements/step-done";
import { exitBefore, wayBack } from "./way-back";

/** For a step that was taken the step that takes it back, by the operations there are; null where none would. */
export function useTakeBack(): (done: StepDone) => (() => Promise<unknown>) | null {
  const queries = useQueryClient();
  const { mutateAsync: cancel } = useMutation(placementMutations.cancel(queries));
  const { mutateAsync: transfer } = useMutation(placementMutations.transfer(queries));
  const { mutateAsync: changeExit } = useMutation(placementMutations.changeExit(queries));
  const { mutateAsync: changeDays } = useMutation(placementMutations.changeDays(queries));
  const { mutateAsync: reopen } = useMutation(facilityMutations.reopen(queries));
  const { mutateAsync: withdraw } = useMutation(extensionMutations.withdraw(queries));

  return (done) => {
    switch (done.step) {
      case "place": {
        const { id, version } = done.placement;
        return () => cancel({ id, version, body: { reason: "entered_in_error" } });
      }
      case "move": {
        const { id, version } = done.after;
        const body = wayBack(done.before, done.after);
        return body && (() => transfer({ id, version, body }));
      }
      case "exit": {
        const { id, version } = done.after;
        const exit = exitBefore(done.before);
        return exit === null ? null : () => changeExit({ id, version, body: { exit } });
      }
      case "days": {
        const { id, version } = done.after;
        const { arrival, exit } = done.before;
        return () => changeDays({ id, version, body: { arrival, exit } });
      }
      case "ask": return () => withdraw(done.extension);
      case "close": return () => reopen(done.closure);
    }
  };
}

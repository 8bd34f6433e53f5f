"use client";

import { createContext, useContext } from "react";
import type { Closure, Extension, Placement } from "../http/api-types";

/** A step that was taken and that another step can take back. */
export type StepDone =
  | { step: "place"; placement: Placement }
  | { step: "move" | "exit" | "days"; before: Placement; after: Placement }
  | { step: "ask"; extension: Extension }
  | { step: "close"; closure: Closure };

type Tell = (text: string, done: StepDone) => void;

const StepDoneContext = createContext<Tell | null>(null);

/** Where steps are told by somebody who can take them back: `value` says what was done, in place of the dialog. */
export const StepDoneProvider = StepDoneContext.Provider;

/** Who tells what was done here; null where the dialog does it itself. */
export function useStepDone(): Tell | null {
  return useContext(StepDoneContext);
}

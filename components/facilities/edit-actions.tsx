"use client";

import { ProblemAlert } from "../http/problem-alert";
import { asProblem } from "../http/problem";
import { Button } from "../ui/button";
import { DialogActions } from "../ui/dialog";
import { useWords } from "../words/words-provider";
import { StaleAlert } from "./stale-alert";

type Kept<Fields> = { version: number; fields: Partial<Fields> };

type Props<Fields> = {
  editing: { meanwhile: (error: unknown) => Partial<Fields> | null; keepMine: () => Kept<Fields>; takeTheirs: () => void; isChanged: boolean };
  error: unknown;
  isPending: boolean;
  onSave: (kept: Kept<Fields>) => void;
  onClose: () => void;
};

/** The refusal, if any, and the buttons that end the dialog; nothing is sent while nothing was changed. */
export function EditActions<Fields extends object>({ editing, error, isPending, onSave, onClose }: Props<Fields>) {
  const { facilityEdit: words, shell } = useWords();
  const meanwhile = editing.meanwhile(error);
  return (
    <>
      {meanwhile && <StaleAlert meanwhile={meanwhile} onKeepMine={() => onSave(editing.keepMine())} onTakeTheirs={editing.takeTheirs} />}
      {Boolean(error) && asProblem(error)?.code !== "stale" && <ProblemAlert error={error} title={words.failed} />}
      {!editing.isChanged && <p className="text-sm text-ink-faint">{words.nothingChanged}</p>}
      <DialogActions>
        <Button onPress={onClose}>{shell.cancel}</Button>
        <Button type="submit" tone="primary" isPending={isPending} isDisabled={!editing.isChanged}>{shell.save}</Button>
      </DialogActions>
    </>
  );
}

import { useState } from "react";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { Dialog, DialogActions } from "../ui/dialog";
import { Drawer } from "../ui/drawer";
import { TextField } from "../ui/text-field";
import { Group, Specimen } from "./specimen";
import { useDesignWords } from "./use-design-words";

type Open = "dialog" | "long" | "drawer" | "confirm";

export function Overlays() {
  const words = useDesignWords();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const { state } = words;
  return (
    <Group id="overlays" title={words.group.overlays}>
      <Specimen state={state.normal}><Button aria-haspopup="dialog" onPress={() => setOpen("dialog")}>{words.openDialog}</Button></Specimen>
      <Specimen state={state.long}><Button aria-haspopup="dialog" onPress={() => setOpen("long")}>{words.openLongDialog}</Button></Specimen>
      <Specimen state={state.normal}><Button aria-haspopup="dialog" onPress={() => setOpen("drawer")}>{words.openDrawer}</Button></Specimen>
      <Specimen state={state.failed}><Button aria-haspopup="dialog" onPress={() => setOpen("confirm")}>{words.openConfirm}</Button></Specimen>
      <Dialog title={words.dialog} closeLabel={words.close} isOpen={open === "dialog"} onClose={close}>
        <p>{words.dialogText}</p>
        <DialogActions><Button onPress={close}>{words.quiet}</Button><Button tone="primary" onPress={close}>{words.save}</Button></DialogActions>
      </Dialog>
      <Dialog title={words.long} closeLabel={words.close} isOpen={open === "long"} onClose={close}>
        <div className="space-y-4">{Array.from({ length: 12 }, (_, index) => <TextField key={index} label={`${words.note} ${index + 1}`} lines={2} />)}</div>
        <DialogActions><Button onPress={close}>{words.quiet}</Button><Button tone="primary" isPending>{words.save}</Button></DialogActions>
      </Dialog>
      <Drawer title={words.drawer} closeLabel={words.close} isOpen={open === "drawer"} onClose={close}><p>{words.moreText}</p></Drawer>
      {open === "confirm" && (
        <ConfirmDialog
          title={words.confirm} confirmLabel={words.danger} cancelLabel={words.keep} closeLabel={words.close} isPending={false} onConfirm={close} onClose={close}
          refusal={<Alert title={words.refused}>{words.refusedText}</Alert>}
        >
          <p>{words.confirmText}</p>
        </ConfirmDialog>
      )}
    </Group>
  );
}

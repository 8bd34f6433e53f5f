"use client";

import { Alert } from "../../ui/alert";
import { Button } from "../../ui/button";
import { CopyField } from "../../ui/copy-field";
import { Dialog, DialogActions } from "../../ui/dialog";
import { useWords } from "../../words/words-provider";
import type { User } from "./user-queries";

/** How somebody gets their password: by a link that was sent, or (with `password`) from hand to hand. */
export type Handed = { user: User; password?: string };

export function HandedOver({ handed: { user, password }, title, onClose }: { handed: Handed; title: string; onClose: () => void }) {
  const { settings, shell } = useWords();
  const words = settings.users;
  return (
    <Dialog title={title} closeLabel={shell.close} isOpen onClose={onClose}>
      <div className="space-y-4">
        {password === undefined ? (
          <Alert tone="positive">{words.linkSent(user.email)}</Alert>
        ) : (
          <CopyField label={words.firstPassword} hint={words.firstPasswordHint} value={password} copyLabel={settings.copy} copiedLabel={settings.copied} />
        )}
        <DialogActions>
          <Button tone="primary" onPress={onClose}>{settings.done}</Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}

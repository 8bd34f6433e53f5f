"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Button, Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";

type Props = {
  title: string;
  closeLabel: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** False where leaving by accident would lose what was typed. */
  isDismissable?: boolean;
};

/** A dialog in the middle of the screen; on a phone a sheet from below. */
export function Dialog({ title, closeLabel, isOpen, onClose, children, isDismissable = false }: Props) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={isDismissable}
      className="fixed inset-0 z-50 flex h-(--visual-viewport-height) items-end justify-center bg-scrim sm:items-center sm:p-6"
    >
      <Modal className="flex max-h-[calc(var(--visual-viewport-height)-24px)] w-full flex-col overflow-hidden rounded-t-lg bg-surface text-ink shadow-overlay data-[entering]:animate-[rise_0.16s_ease-out] sm:max-w-xl sm:rounded-lg">
        <AriaDialog className="flex min-h-0 flex-col outline-none">
          <div className="flex items-center gap-3 border-b border-line px-5 py-3">
            <Heading slot="title" className="text-xl font-bold">{title}</Heading>
            <Button
              aria-label={closeLabel}
              onPress={onClose}
              className="ms-auto -me-2 grid size-9 place-items-center rounded-md text-ink-soft hover:bg-muted pointer-coarse:size-11"
            >
              <X aria-hidden className="size-5" />
            </Button>
          </div>
          <div className="min-h-0 overflow-y-auto px-5 py-4">{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The buttons that end a dialog; the one that acts stands last, on a phone on top. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="flex flex-col-reverse gap-2 pt-2 sm:flex-row sm:justify-end">{children}</div>;
}

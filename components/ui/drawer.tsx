"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { IconButton } from "./button";

type Props = { title: string; closeLabel: string; isOpen: boolean; onClose: () => void; children: ReactNode };

/** A panel that slides in from the side over the page, for looking at something without leaving; on a phone it takes the whole screen. */
export function Drawer({ title, closeLabel, isOpen, onClose, children }: Props) {
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable className="fixed inset-0 z-50 flex justify-end bg-scrim">
      <Modal className="h-dvh w-full overflow-hidden bg-surface text-ink shadow-overlay data-[entering]:animate-[slide_0.18s_ease-out] sm:max-w-md">
        <AriaDialog className="flex h-full flex-col outline-none">
          <div className="flex items-center gap-3 border-b border-line px-5 py-3">
            <Heading slot="title" className="text-xl font-bold">{title}</Heading>
            <div className="ms-auto -me-2"><IconButton aria-label={closeLabel} onPress={onClose}><X aria-hidden className="size-5" /></IconButton></div>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

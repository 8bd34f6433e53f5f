"use client";

import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Button, Disclosure as AriaDisclosure, DisclosurePanel } from "react-aria-components";

/** More on something, opened where it stands. */
export function Disclosure({ title, children, isOpen }: { title: ReactNode; children: ReactNode; isOpen?: boolean }) {
  return (
    <AriaDisclosure defaultExpanded={isOpen} className="group">
      <Button slot="trigger" className="flex min-h-9 w-full items-center gap-1 rounded-md text-start font-semibold text-brand hover:underline pointer-coarse:min-h-11">
        <ChevronRight aria-hidden className="size-4 shrink-0 transition-transform group-data-[expanded]:rotate-90" />
        {title}
      </Button>
      <DisclosurePanel className="ps-5">{children}</DisclosurePanel>
    </AriaDisclosure>
  );
}

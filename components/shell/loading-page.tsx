import type { ReactNode } from "react";
import { Card } from "../ui/card";
import { SkeletonLine } from "../ui/skeleton";
import { TableSkeleton } from "../ui/table-skeleton";
import { PageHeading } from "./page-heading";

type Props = { title: string; subtitle?: string; label: string };

/** What stands below the page (components/shell/product-shell.tsx) is not seen meanwhile: it would jump when the page comes. */
export function LoadingFrame({ children, label }: { children: ReactNode; label?: string }) {
  return <div data-loading-page {...(label && { role: "status", "aria-label": label })}>{children}</div>;
}

/** A list on its way: what is known already stands where it will stay. */
export function LoadingList({ title, subtitle, label }: Props) {
  return (
    <LoadingFrame>
      <PageHeading title={title} subtitle={subtitle} />
      <div aria-hidden className="skeleton mb-4 h-10 max-w-md pointer-coarse:h-11" />
      <TableSkeleton label={label} />
    </LoadingFrame>
  );
}

/** A form or a page of cards on its way. */
export function LoadingCards({ title, subtitle, label, cards = 2 }: Props & { cards?: number }) {
  return (
    <LoadingFrame label={label}>
      <PageHeading title={title} subtitle={subtitle} />
      <div className="max-w-3xl space-y-5">
        {Array.from({ length: cards }, (_, card) => (
          <Card key={card} as="div" className="space-y-4 p-5">
            <SkeletonLine className="w-48" />
            <SkeletonLine className="w-full max-w-md" />
            <SkeletonLine className="w-64" />
          </Card>
        ))}
      </div>
    </LoadingFrame>
  );
}

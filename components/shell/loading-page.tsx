import { Card } from "../ui/card";
import { SkeletonLine } from "../ui/skeleton";
import { TableSkeleton } from "../ui/table-skeleton";
import { PageHeading } from "./page-heading";

type Props = { title: string; subtitle?: string; label: string };

/** A list on its way: what is known already stands where it will stay. */
export function LoadingList({ title, subtitle, label }: Props) {
  return (
    <>
      <PageHeading title={title} subtitle={subtitle} />
      <div aria-hidden className="skeleton mb-4 h-10 max-w-md pointer-coarse:h-11" />
      <TableSkeleton label={label} />
    </>
  );
}

/** A form or a page of cards on its way. */
export function LoadingCards({ title, subtitle, label, cards = 2 }: Props & { cards?: number }) {
  return (
    <div role="status" aria-label={label}>
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
    </div>
  );
}

import { Card } from "../ui/card";
import { SkeletonLine } from "../ui/skeleton";

/** The results' place, before they are there. */
export function ResultsSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="space-y-4">
      {[2, 1].map((rows, index) => (
        <Card key={index} as="div">
          <div className="flex h-12 items-center gap-3 border-b border-line px-5">
            <SkeletonLine className="h-5 w-48" />
            <SkeletonLine className="w-24" />
          </div>
          {Array.from({ length: rows }, (_, row) => (
            <div key={row} className="grid gap-4 border-b border-line-soft px-5 py-4 last:border-b-0 sm:grid-cols-4">
              <SkeletonLine className="w-32" />
              <SkeletonLine className="h-6 w-28" />
              <SkeletonLine className="w-40" />
              <SkeletonLine className="ms-auto h-8 w-24" />
            </div>
          ))}
        </Card>
      ))}
    </div>
  );
}

import { Card } from "../ui/card";
import { SkeletonLine } from "../ui/skeleton";

/** The results' place, and that of the card beside them, before they are there. */
export function ResultsSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_316px]">
      <div className="space-y-4">
        {[3, 2, 2].map((rows, index) => (
          <Card key={index} as="div">
            <div className="flex h-12 items-center gap-3 border-b border-line px-5">
              <SkeletonLine className="h-5 w-48" />
              <SkeletonLine className="w-24" />
            </div>
            {Array.from({ length: rows }, (_, row) => (
              <div key={row} className="grid min-h-18 grid-cols-2 items-center gap-x-4 gap-y-3 border-b border-line-soft px-5 py-3 last:border-b-0 xl:grid-cols-[minmax(0,1fr)_164px_minmax(0,1.1fr)_124px_168px]">
                <SkeletonLine className="w-32" />
                <SkeletonLine className="h-6 w-28" />
                <SkeletonLine className="w-40" />
                <SkeletonLine className="w-20" />
                <SkeletonLine className="ms-auto h-8 w-24" />
              </div>
            ))}
          </Card>
        ))}
      </div>
      <Card as="div" className="space-y-3 px-5 py-4 max-xl:hidden">
        <SkeletonLine className="h-5 w-40" />
        {[1, 2, 3, 4].map((line) => <SkeletonLine key={line} />)}
      </Card>
    </div>
  );
}

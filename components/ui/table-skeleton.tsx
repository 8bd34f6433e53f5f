import { SkeletonLine } from "./skeleton";

export function TableSkeleton({ label, rows = 6 }: { label: string; rows?: number }) {
  return (
    <div role="status" aria-label={label} className="overflow-hidden rounded-lg border border-line bg-surface">
      <div className="hidden h-10 border-b border-line md:block" />
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="grid grid-cols-2 items-center gap-4 border-b border-line-soft px-5 py-4 last:border-b-0 md:grid-cols-4">
          <SkeletonLine className="w-40" />
          <SkeletonLine className="w-28" />
          <SkeletonLine className="w-20" />
          <SkeletonLine className="w-36" />
        </div>
      ))}
    </div>
  );
}

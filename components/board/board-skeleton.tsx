import { SkeletonLine } from "../ui/skeleton";

/** The board's place before it is there. */
export function BoardSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="overflow-hidden rounded-lg border border-line bg-surface">
      <div className="h-12 border-b border-line max-md:h-8" />
      {Array.from({ length: 16 }, (_, line) => (
        <div key={line} className="flex h-8 items-center gap-4 border-b border-line-soft px-4 last:border-b-0 max-md:h-11 pointer-coarse:h-11">
          <SkeletonLine className={line % 5 === 0 ? "w-40" : "ms-6 w-24"} />
          {line % 5 > 1 && <SkeletonLine className="ms-auto h-5 w-1/2" />}
        </div>
      ))}
    </div>
  );
}

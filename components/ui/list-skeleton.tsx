/** The lines of a list that is on its way. */
export function ListSkeleton({ label, lines = 5 }: { label: string; lines?: number }) {
  return (
    <div role="status" className="space-y-3 p-5">
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className="flex items-center gap-3">
          <span className="skeleton size-5 shrink-0" />
          <span className="skeleton h-8 flex-1" />
        </div>
      ))}
    </div>
  );
}

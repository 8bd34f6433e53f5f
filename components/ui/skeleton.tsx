import { classes } from "./classes";

/** A grey line where text will stand. */
export function SkeletonLine({ className }: { className?: string }) {
  return <span aria-hidden className={classes("skeleton block h-4 max-w-full", className)} />;
}

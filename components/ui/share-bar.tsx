import { classes } from "./classes";

export type Share = { key: string; amount: number; look: string };

/** Parts of a whole in one bar. It repeats what stands in words beside it and is hidden from screen readers. */
export function ShareBar({ shares, whole, className }: { shares: Share[]; whole: number; className?: string }) {
  return (
    <div aria-hidden className={classes("my-2 flex h-2 overflow-hidden rounded-full", className ?? "bg-muted")}>
      {shares.map(({ key, amount, look }) => <div key={key} className={look} style={{ width: `${(Math.max(0, amount) / Math.max(1, whole)) * 100}%` }} />)}
    </div>
  );
}

import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "./classes";

export type Tone = "neutral" | "brand" | "positive" | "warning" | "negative";

const LOOKS: Record<Tone, string> = {
  neutral: "bg-muted text-ink-soft",
  brand: "bg-brand-soft text-brand-strong",
  positive: "bg-positive-soft text-positive",
  warning: "bg-warning-soft text-warning",
  negative: "bg-negative-soft text-negative",
};

/** `isSentence`: longer than a line of a phone may be, so it may break. */
type Props = { tone?: Tone; icon?: LucideIcon; isSentence?: boolean; children: ReactNode };

/** A state in colour, icon and word. */
export function Badge({ tone = "neutral", icon: Icon, isSentence = false, children }: Props) {
  return (
    <span className={classes("inline-flex items-center gap-1 rounded-full align-middle px-2 py-0.5 text-xs font-semibold", !isSentence && "whitespace-nowrap", LOOKS[tone])}>
      {Icon && <Icon aria-hidden className="size-3.5 shrink-0" strokeWidth={2.5} />}
      {children}
    </span>
  );
}

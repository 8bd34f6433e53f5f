import { CircleAlert, CircleCheck, Info, TriangleAlert, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "./classes";

type AlertTone = "negative" | "warning" | "positive" | "info";

const LOOKS: Record<AlertTone, { icon: LucideIcon; box: string; mark: string }> = {
  negative: { icon: CircleAlert, box: "border-negative bg-negative-soft", mark: "text-negative" },
  warning: { icon: TriangleAlert, box: "border-warning bg-warning-soft", mark: "text-warning" },
  positive: { icon: CircleCheck, box: "border-positive bg-positive-soft", mark: "text-positive" },
  info: { icon: Info, box: "border-brand bg-brand-soft", mark: "text-brand" },
};

type Props = { tone?: AlertTone; title?: ReactNode; children?: ReactNode; isLive?: boolean };

export function Alert({ tone = "negative", title, children, isLive = true }: Props) {
  const { icon: Icon, box, mark } = LOOKS[tone];
  return (
    <div role={isLive ? "alert" : undefined} className={classes("flex gap-3 rounded-md border-s-4 px-4 py-3", box)}>
      <Icon aria-hidden className={classes("mt-0.5 size-5 shrink-0", mark)} />
      <div className="min-w-0 flex-1 space-y-1 text-ink">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  );
}

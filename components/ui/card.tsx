import type { ReactNode } from "react";
import { classes } from "./classes";

type Props = { children: ReactNode; as?: "section" | "div" | "article"; labelledBy?: string; className?: string };

export function Card({ children, as: Element = "section", labelledBy, className }: Props) {
  return (
    <Element aria-labelledby={labelledBy} className={classes("rounded-lg border border-line bg-surface", className)}>
      {children}
    </Element>
  );
}

type HeadProps = { id?: string; title: ReactNode; children?: ReactNode; action?: ReactNode };

export function CardHead({ id, title, children, action }: HeadProps) {
  return (
    <div className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-4 py-2 sm:px-5">
      <h2 id={id} className="text-lg">{title}</h2>
      {children}
      {action && <div className="ms-auto flex gap-2">{action}</div>}
    </div>
  );
}

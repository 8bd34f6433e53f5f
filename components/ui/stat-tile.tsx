import type { ReactNode } from "react";
import Link from "next/link";
import { classes } from "./classes";

type Props = {
  label: string;
  value: ReactNode;
  /** Beside the number: "su 46 in servizio". */
  aside?: ReactNode;
  /** Under it, small. */
  detail?: ReactNode;
  tone?: "plain" | "strong" | "negative";
  /** Where the things behind the number are shown. */
  href?: string;
  children?: ReactNode;
};

/** A number that somebody looks at first; with `href` the whole tile leads to what is behind it. */
export function StatTile({ label, value, aside, detail, tone = "plain", href, children }: Props) {
  const isStrong = tone === "strong";
  const soft = isStrong ? "text-header-soft" : "text-ink-faint";
  const look = {
    plain: "border-line bg-surface",
    strong: "border-header-line bg-header text-white",
    negative: "border-line border-s-4 border-s-negative bg-surface",
  }[tone];
  return (
    <div className={classes("relative min-w-0 rounded-lg border px-4 py-3.5 sm:px-5", look, href !== undefined && "focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-focus hover:shadow-overlay")}>
      <p className={classes("font-semibold", isStrong ? "text-header-soft" : "text-ink-soft")}>
        {href === undefined ? label : <Link href={href} className="outline-none after:absolute after:inset-0 focus-visible:outline-none">{label}</Link>}
      </p>
      <p className={classes("text-[34px] leading-10 font-bold", tone === "negative" && "text-negative")}>
        {value}
        {aside && <span className={classes("ms-2 text-lg font-semibold", soft)}>{aside}</span>}
      </p>
      {children}
      {detail && <p className={classes("text-sm", soft)}>{detail}</p>}
    </div>
  );
}

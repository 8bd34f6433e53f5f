import { Ban, BedDouble, CalendarClock, CircleCheck, Clock, Lock, TriangleAlert, type LucideIcon } from "lucide-react";
import type { BarLook } from "./board-data";

/** `plain`: its colour alone, for when nobody can read more. */
type Look = { bar: string; icon: LucideIcon | null; plain: string };

const BOX = "inset-y-1 rounded-md px-2";

/** Colour, edge and pattern of each kind of bar; what it is stands in it, or beside it, in words. */
export const BAR_LOOKS: Record<BarLook, Look> = {
  present: { bar: `${BOX} bg-fill text-on-fill`, icon: null, plain: "var(--fill)" },
  planned: { bar: `${BOX} bg-brand-line text-ink shadow-[inset_3px_0_var(--brand)]`, icon: null, plain: "var(--brand-line)" },
  overdue: { bar: `${BOX} bg-fill pe-3 text-on-fill shadow-[inset_-4px_0_var(--alarm),inset_-6px_0_var(--surface)]`, icon: TriangleAlert, plain: "var(--fill)" },
  past: { bar: `${BOX} border border-line bg-muted text-ink-soft`, icon: null, plain: "var(--muted)" },
  taken: { bar: `${BOX} bg-ink-faint text-surface`, icon: Lock, plain: "var(--ink-faint)" },
  spare: { bar: `${BOX} border-[1.5px] border-brand-line bg-brand-soft text-ink-soft`, icon: null, plain: "var(--brand-soft)" },
  turnaround: { bar: "inset-y-[calc(50%-5px)] rounded-e-sm bg-[repeating-linear-gradient(90deg,var(--brand-line)_0_3px,transparent_3px_6px)]", icon: null, plain: "var(--brand-soft)" },
  closure: { bar: `${BOX} border border-field-line bg-[repeating-linear-gradient(135deg,var(--surface)_0_5px,var(--muted)_5px_10px)] text-ink-soft`, icon: Ban, plain: "var(--muted)" },
  offer: { bar: `${BOX} border-[1.5px] border-dashed border-warning bg-surface text-warning`, icon: Clock, plain: "var(--warning-soft)" },
};

/** Beside the word of a state where there is no bar. */
export const STATE_ICONS: Record<BarLook | "free" | "not_open", LucideIcon> = {
  present: BedDouble, planned: CalendarClock, overdue: TriangleAlert, past: CircleCheck, taken: Lock, spare: BedDouble, turnaround: Clock, closure: Ban, offer: Clock, free: CircleCheck, not_open: Ban,
};

import { classes } from "./classes";

export type ButtonTone = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "small" | "normal";

const TONES: Record<ButtonTone, string> = {
  primary: "border-fill bg-fill text-on-fill hover:border-fill-strong hover:bg-fill-strong",
  secondary: "border-brand bg-surface text-brand hover:bg-brand-soft hover:text-brand-strong",
  quiet: "border-transparent bg-transparent text-brand hover:bg-brand-soft hover:text-brand-strong",
  danger: "border-negative bg-surface text-negative hover:bg-negative-soft hover:text-negative-strong",
};

const SIZES: Record<ButtonSize, string> = {
  small: "min-h-8 px-3 text-sm pointer-coarse:min-h-11 pointer-coarse:text-base",
  normal: "min-h-10 px-4 text-base pointer-coarse:min-h-11",
};

/** The look of a button, for buttons and for links that act like one. */
export function buttonLook(tone: ButtonTone = "secondary", size: ButtonSize = "normal"): string {
  return classes(
    "inline-flex items-center justify-center gap-2 rounded-md border-[1.5px] font-semibold whitespace-nowrap transition-colors print:hidden",
    "disabled:cursor-not-allowed disabled:opacity-60",
    TONES[tone],
    SIZES[size],
  );
}

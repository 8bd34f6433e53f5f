/** The look of buttons on the dark header, where the focus ring has to be light. */
export const HEADER_BUTTON =
  "inline-flex min-h-9 items-center gap-1.5 rounded-md px-2 font-semibold text-white hover:bg-white/15 data-[focus-visible]:outline-white pointer-coarse:min-h-11";

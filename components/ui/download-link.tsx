import type { ReactNode } from "react";
import { buttonLook, type ButtonSize, type ButtonTone } from "./button-look";
import { classes } from "./classes";

type Props = { href: string; tone?: ButtonTone; size?: ButtonSize; isWide?: boolean; children: ReactNode };

/** A link to a file: the browser keeps it and stays where it is. */
export function DownloadLink({ href, tone, size = "small", isWide = false, children }: Props) {
  return <a href={href} download className={classes(buttonLook(tone, size), isWide && "w-full")}>{children}</a>;
}

import Link from "next/link";
import type { ReactNode } from "react";
import { buttonLook, type ButtonSize, type ButtonTone } from "./button-look";
import { classes } from "./classes";

/** `isFile`: it leads to something to keep, not to a page. */
type Props = { href: string; tone?: ButtonTone; size?: ButtonSize; isWide?: boolean; isFile?: boolean; children: ReactNode };

export function ButtonLink({ href, tone, size, isWide = false, isFile = false, children }: Props) {
  const look = classes(buttonLook(tone, size), isWide && "w-full");
  return isFile ? <a href={href} download className={look}>{children}</a> : <Link href={href} className={look}>{children}</Link>;
}

import Link from "next/link";
import type { ReactNode } from "react";
import { buttonLook, type ButtonSize, type ButtonTone } from "./button-look";
import { classes } from "./classes";

type Props = { href: string; tone?: ButtonTone; size?: ButtonSize; isWide?: boolean; children: ReactNode };

export function ButtonLink({ href, tone, size, isWide = false, children }: Props) {
  return (
    <Link href={href} className={classes(buttonLook(tone, size), isWide && "w-full")}>
      {children}
    </Link>
  );
}

"use client";

import { BedDouble, Building2, ScrollText, Users, type LucideIcon } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { Permission } from "@/domain/actor";
import { useMunicipality } from "../session/me";
import { classes } from "../ui/classes";
import { useWords } from "../words/words-provider";

type Place = { href: string; word: "availability" | "households" | "facilities" | "audit"; icon: LucideIcon; needs: Permission };

const PLACES: Place[] = [
  { href: "/disponibilita", word: "availability", icon: BedDouble, needs: "availability.read" },
  { href: "/nuclei", word: "households", icon: Users, needs: "household.read" },
  { href: "/strutture", word: "facilities", icon: Building2, needs: "inventory.read" },
  { href: "/registro", word: "audit", icon: ScrollText, needs: "audit.read" },
];

/** On the left of a wide screen; on a narrow one a bar at the bottom, under the thumb. */
export function Navigation() {
  const words = useWords().shell;
  const path = usePathname();
  const { permissions } = useMunicipality();

  return (
    <nav
      aria-label={words.navigation}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:sticky lg:top-14 lg:h-[calc(100dvh-56px)] lg:border-t-0 lg:border-e lg:p-3 lg:pt-4"
    >
      <ul className="flex lg:flex-col lg:gap-0.5">
        {PLACES.filter(({ needs }) => permissions.includes(needs)).map(({ href, word, icon: Icon }) => {
          const isHere = path === href || path.startsWith(`${href}/`);
          return (
            <li key={href} className="flex-1 lg:flex-none">
              <Link
                href={href}
                aria-current={isHere ? "page" : undefined}
                className={classes(
                  "flex min-h-14 flex-col items-center justify-center gap-0.5 text-xs font-semibold lg:min-h-10 lg:flex-row lg:justify-start lg:gap-3 lg:rounded-md lg:px-3 lg:text-md",
                  "focus-visible:-outline-offset-3",
                  isHere
                    ? "text-brand shadow-[inset_0_3px_var(--brand)] lg:bg-brand-soft lg:shadow-[inset_3px_0_var(--brand)]"
                    : "text-ink-soft hover:bg-muted",
                )}
              >
                <Icon aria-hidden className="size-5" />
                {words[word]}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

import { BedDouble, Building2, FileUp, LayoutGrid, ScrollText, Settings, Sun, Users, type LucideIcon } from "lucide-react";
import type { Permission } from "@/domain/actor";
import type { Words } from "@/messages/it";
import { SETTINGS_NEED } from "../settings/settings-sections";
import { useWaitingWork } from "../today/use-waiting-work";

/** How much waits behind an entry, with the words that a screen reader says for it. */
export type Waiting = { count: number; label: string; isUrgent?: boolean };

export type Place = {
  href: string;
  name: (words: Words) => string;
  icon: LucideIcon;
  /** Any of these opens the page; none: everybody's. */
  needs?: Permission[];
  /** Daily work stands above the rule, what is kept in order below it. */
  group: "work" | "keeping";
  /** A hook: asked only where the entry is shown. */
  useWaiting?: () => Waiting | null;
};

/** Where the navigation leads, in its order; on a phone the first ones stand in the bar and the rest behind "Altro". A new page adds its line. */
export const PLACES: Place[] = [
  { href: "/oggi", name: (words) => words.today.title, icon: Sun, group: "work", useWaiting: useWaitingWork },
  { href: "/disponibilita", name: (words) => words.shell.availability, icon: BedDouble, needs: ["availability.read"], group: "work" },
  { href: "/tabellone", name: (words) => words.board.title, icon: LayoutGrid, needs: ["inventory.read"], group: "work" },
  { href: "/nuclei", name: (words) => words.shell.households, icon: Users, needs: ["household.read"], group: "work" },
  { href: "/strutture", name: (words) => words.shell.facilities, icon: Building2, needs: ["inventory.read"], group: "keeping" },
  { href: "/importa", name: (words) => words.shell.import, icon: FileUp, needs: ["data.import"], group: "keeping" },
  { href: "/registro", name: (words) => words.shell.audit, icon: ScrollText, needs: ["audit.read"], group: "keeping" },
  { href: "/impostazioni", name: (words) => words.shell.settings, icon: Settings, needs: SETTINGS_NEED, group: "keeping" },
];

/** The entries of who holds these permissions. */
export function placesFor(permissions: readonly Permission[]): Place[] {
  return PLACES.filter(({ needs }) => needs === undefined || needs.some((each) => permissions.includes(each)));
}

export function isWithin(path: string, href: string): boolean {
  return path === href || path.startsWith(`${href}/`);
}

import type { Permission } from "@/domain/actor";

/** The pages of the settings in their order, each with what it takes to see it. */
export const SETTINGS_SECTIONS = [
  { id: "users", href: "/impostazioni/utenti", needs: "user.write" },
  { id: "rules", href: "/impostazioni/regole", needs: "inventory.read" },
  { id: "organisations", href: "/impostazioni/enti", needs: "organisation.write" },
  { id: "programmes", href: "/impostazioni/programmi", needs: "programme.write" },
  { id: "tokens", href: "/impostazioni/token", needs: "token.write" },
  { id: "service", href: "/impostazioni/servizio", needs: "setting.write" },
] as const satisfies { id: string; href: string; needs: Permission }[];

export type SettingsSection = (typeof SETTINGS_SECTIONS)[number]["id"];

export const SETTINGS_NEED: Permission[] = [...new Set(SETTINGS_SECTIONS.map(({ needs }) => needs))];

export function sectionsFor(permissions: readonly Permission[]) {
  return SETTINGS_SECTIONS.filter(({ needs }) => permissions.includes(needs));
}

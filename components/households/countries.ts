import { REGION } from "@/messages/formats";
import type { Locale } from "@/messages/locale";

/** ISO 3166-1 alpha-2. */
const CODES =
  "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ " +
  "DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP " +
  "KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI " +
  "NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ " +
  "TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW";

export const STATELESS = "XXA";

export type Country = { id: string; text: string };

/** Every country by its name in the language, stateless last. */
export function countriesIn(locale: Locale, stateless: string): Country[] {
  const names = new Intl.DisplayNames(REGION[locale], { type: "region" });
  const countries = CODES.split(" ").map((id) => ({ id, text: names.of(id) ?? id }));
  return [...countries.sort((a, b) => a.text.localeCompare(b.text, locale)), { id: STATELESS, text: stateless }];
}

export function countryName(code: string, locale: Locale, stateless: string): string {
  if (code === STATELESS) return stateless;
  return new Intl.DisplayNames(REGION[locale], { type: "region" }).of(code) ?? code;
}

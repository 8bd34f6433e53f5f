import { createLoader, parseAsBoolean, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { HOUSEHOLD_COMPOSITIONS, HOUSEHOLD_SITUATIONS, HOUSEHOLD_SORTS } from "@/domain/household-list";

/** How the list is narrowed and sorted, as it stands in the address. */
export const LIST_SEARCH = {
  q: parseAsString.withDefault(""),
  status: parseAsStringLiteral(HOUSEHOLD_SITUATIONS),
  composition: parseAsStringLiteral(HOUSEHOLD_COMPOSITIONS),
  mine: parseAsBoolean.withDefault(false),
  sort: parseAsStringLiteral(HOUSEHOLD_SORTS).withDefault("newest"),
  desc: parseAsBoolean,
};

/** The same read on the server. */
export const readListSearch = createLoader(LIST_SEARCH);

import "server-only";
import type { z } from "zod";
import { facilityImport } from "@/db/imports/facilities";
import { householdImport } from "@/db/imports/households";
import type { Importing } from "@/db/imports/session";
import { stayImport } from "@/db/imports/stays";
import type { Day } from "@/domain/day";
import type { ImportKind } from "@/domain/imports";
import type { NamedCells } from "./columns";
import { facilityRow } from "./facility-row";
import { householdRow } from "./household-row";
import { stayRow } from "./stay-row";

/** How a kind of file is read and put in. */
export type Kind<Fields> = {
  importing: Importing<Fields>;
  schema: (today: Day) => z.ZodType<Omit<Fields, keyof Stated>>;
  /** The rows with the same key go in together or not at all. */
  group: (cells: NamedCells) => string | null;
  /** What follows from the columns the file has. */
  stated: (columns: ReadonlySet<string>) => Stated;
};

type Stated = { statesUntil?: boolean; statesFlat?: boolean; statesBedKind?: boolean };

const facilities = {
  importing: facilityImport,
  schema: () => facilityRow,
  group: () => null,
  stated: (columns: ReadonlySet<string>) => ({ statesFlat: columns.has("flat"), statesBedKind: columns.has("bed_kind") }),
};

const households = {
  importing: householdImport,
  schema: householdRow,
  group: (cells: NamedCells) => `${cells.municipality?.trim().toUpperCase()} ${cells.household_id?.trim()}`,
  stated: (columns: ReadonlySet<string>) => ({ statesUntil: columns.has("member_until") }),
};

const stays = {
  importing: stayImport,
  schema: stayRow,
  group: (cells: NamedCells) => cells.placement_id?.trim() ?? null,
  stated: () => ({}),
};

/** Erased to one type: what a kind reads is what its own import takes. */
export const KINDS = { facilities, households, stays } as unknown as Record<ImportKind, Kind<unknown>>;

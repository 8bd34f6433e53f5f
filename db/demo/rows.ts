import type { InferInsertModel } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { bed, closure, facility, flat, unit } from "../schema/facilities";
import { caseExitPath, caseGoal, household, householdCase, householdCounter, membership, person, referral } from "../schema/households";
import { organisation, programme } from "../schema/organisations";
import { bedBlock, placement, stay, stayRule, task } from "../schema/placements";
import { appUser, userPassword, userRole } from "../schema/users";

/** In the order in which they refer to each other. */
const TABLES = {
  organisation, programme, appUser, userPassword, userRole, facility, flat, unit, bed, closure, stayRule,
  household, householdCounter, person, membership, householdCase, caseGoal, caseExitPath, referral, placement, stay, bedBlock, task,
} satisfies Record<string, PgTable>;

type Tables = typeof TABLES;
export type Rows = { [Name in keyof Tables]: InferInsertModel<Tables[Name]>[] };
export type Transaction = Parameters<Parameters<PostgresJsDatabase["transaction"]>[0]>[0];

export function noRows(): Rows {
  return Object.fromEntries(Object.keys(TABLES).map((name) => [name, []])) as unknown as Rows;
}

/** A statement has at most 65,535 parameters. */
const ROWS_A_STATEMENT = 1000;

export async function insertRows(tx: Transaction, rows: Rows): Promise<void> {
  for (const [name, table] of Object.entries(TABLES)) {
    const all: Record<string, unknown>[] = rows[name as keyof Rows];
    for (let start = 0; start < all.length; start += ROWS_A_STATEMENT) {
      await tx.insert(table as PgTable).values(all.slice(start, start + ROWS_A_STATEMENT));
    }
  }
}

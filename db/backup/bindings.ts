import type postgres from "postgres";

type Trigger = { table: string; name: string; state: "O" | "R" | "A" };
const ENABLED: Record<Trigger["state"], string> = { O: "ENABLE", R: "ENABLE REPLICA", A: "ENABLE ALWAYS" };

/**
 * Sets aside what binds the owner too, triggers that keep rows from being changed and forced row-level security (which takes no COPY),
 * and puts all of it back. For one transaction that holds the tables for itself: nobody else ever finds them unbound.
 */
export async function withoutBindings<T>(tx: postgres.TransactionSql, tables: readonly string[], work: () => Promise<T>): Promise<T> {
  const triggers = await tx<Trigger[]>`
    SELECT c.relname::text AS table, t.tgname::text AS name, t.tgenabled::text AS state FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY (${tables as string[]}) AND NOT t.tgisinternal AND t.tgenabled <> 'D'`;
  const forced = await tx<{ table: string }[]>`
    SELECT relname::text AS table FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relname = ANY (${tables as string[]}) AND relforcerowsecurity`;

  for (const { table, name } of triggers) await tx`ALTER TABLE ${tx(table)} DISABLE TRIGGER ${tx(name)}`;
  for (const { table } of forced) await tx`ALTER TABLE ${tx(table)} NO FORCE ROW LEVEL SECURITY`;
  const answer = await work();
  for (const { table } of forced) await tx`ALTER TABLE ${tx(table)} FORCE ROW LEVEL SECURITY`;
  for (const { table, name, state } of triggers) await tx`ALTER TABLE ${tx(table)} ${tx.unsafe(ENABLED[state])} TRIGGER ${tx(name)}`;
  return answer;
}

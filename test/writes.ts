import type postgres from "postgres";
import { MAY_GROW } from "./tables";

/** From now on every row written anywhere is counted, in the transaction that wrote it: what was undone does not count. */
export async function watchWrites(owner: postgres.Sql): Promise<() => Promise<number>> {
  await owner.unsafe(`
    CREATE TABLE test_write (tablename text NOT NULL);
    CREATE FUNCTION test_note_write() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN INSERT INTO test_write VALUES (TG_TABLE_NAME); RETURN NULL; END $$`);
  const tables = await owner<{ name: string }[]>`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL (${[...MAY_GROW, "test_write"]})`;
  for (const { name } of tables) await owner.unsafe(`CREATE TRIGGER test_writes AFTER INSERT OR UPDATE OR DELETE ON "${name}" FOR EACH ROW EXECUTE FUNCTION test_note_write()`);
  return async () => {
    const [row] = await owner<{ written: number }[]>`SELECT count(*)::int AS written FROM test_write`;
    return row?.written ?? 0;
  };
}

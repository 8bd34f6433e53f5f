import { blocksOf, type Holding } from "@/domain/blocks";
import type { Day } from "@/domain/day";
import { NO_TURNAROUND } from "@/domain/turnaround";
import { newId } from "../ids";
import type { ImportSession } from "./session";
import { driverOf } from "../driver";

/** Holidays matter to turnaround in working days only, and imported stays have none. */
const NO_HOLIDAYS: ReadonlySet<Day> = new Set();
const BATCH = 500;

type Held = { placementId: string; municipality: string; unitId: string; bedIds: string[]; stays: Holding["stays"] };

/** In a unit let whole a placement holds every bed until the last member leaves; the domain says which nights are slept in and which are spare. */
export async function writeWholeUnitBlocks(session: ImportSession): Promise<void> {
  const sql = driverOf(session.db);
  await sql`
    CREATE TEMP TABLE import_holding ON COMMIT DROP AS
    SELECT st.placement_id, st.municipality_id, st.unit_id, min(st.arrival) AS arrival, max(st.exit) AS exit, row_number() OVER () AS number,
      jsonb_agg(jsonb_build_object('stayId', st.id, 'bedId', st.bed_id, 'arrival', st.arrival, 'exit', st.exit) ORDER BY st.arrival, st.id) AS stays
    FROM stay st JOIN unit u ON u.id = st.unit_id AND u.letting = 'whole_unit'
    WHERE st.status IN ('planned', 'in_house', 'ended')
      AND st.placement_id IN (SELECT placement_id FROM import_row WHERE NOT rejected AND state <> 'same')
    GROUP BY st.placement_id, st.municipality_id, st.unit_id`;
  for (let from = 1, held = await holdings(session, from); held.length > 0; from += BATCH, held = await holdings(session, from)) {
    await insertBlocks(session, held);
  }
}

/** The beds of the unit that are open all the time and not closed, and in any case those slept in. */
async function holdings({ db }: ImportSession, from: number): Promise<Held[]> {
  return driverOf(db)<Held[]>`
    SELECT h.placement_id AS "placementId", h.municipality_id AS municipality, h.unit_id AS "unitId", h.stays, array_agg(b.id ORDER BY b.position, b.id) AS "bedIds"
    FROM import_holding h JOIN bed b ON b.unit_id = h.unit_id JOIN unit u ON u.id = b.unit_id JOIN facility f ON f.id = u.facility_id
    WHERE h.number >= ${from} AND h.number < ${from + BATCH} AND (
      h.stays @> jsonb_build_array(jsonb_build_object('bedId', b.id))
      OR greatest(f.opens_on, u.opens_on, b.opens_on) <= h.arrival AND coalesce(least(f.closes_on, u.closes_on, b.closes_on), 'infinity') >= h.exit
        AND NOT EXISTS (SELECT FROM bed_block c WHERE c.bed_id = b.id AND c.kind = 'closure' AND c.until_day > h.arrival AND c.from_day < h.exit))
    GROUP BY h.number, h.placement_id, h.municipality_id, h.unit_id, h.stays`;
}

/** As JSON: COPY into a table does not go with row-level security, and there are more blocks than parameters. */
async function insertBlocks({ db }: ImportSession, held: readonly Held[]): Promise<void> {
  const rows = JSON.stringify(held.flatMap(blockRows));
  await driverOf(db)`
    INSERT INTO bed_block (id, municipality_id, bed_id, unit_id, kind, from_day, until_day, placement_id, stay_id, whole_unit)
    SELECT id, municipality_id, bed_id, unit_id, kind, from_day, until_day, placement_id, stay_id, true
    FROM jsonb_to_recordset(${rows}::text::jsonb) AS block (
      id uuid, municipality_id text, bed_id uuid, unit_id uuid, kind text, from_day date, until_day date, placement_id uuid, stay_id uuid)`;
}

function blockRows({ placementId, municipality, unitId, bedIds, stays }: Held) {
  const blocks = blocksOf({ placementId, wholeUnit: true, bedIds, stays, turnaround: NO_TURNAROUND }, NO_HOLIDAYS);
  return blocks.map((block) => ({
    id: newId(), municipality_id: municipality, bed_id: block.bedId, unit_id: unitId, kind: block.kind, from_day: block.from, until_day: block.until,
    placement_id: placementId, stay_id: block.kind === "stay" ? block.recordId : null,
  }));
}

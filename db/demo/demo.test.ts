import { randomBytes } from "node:crypto";
import type { Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { blocksOf } from "@/domain/blocks";
import { addDays, addMonths, type Day } from "@/domain/day";
import { effectiveTurnaround } from "@/domain/turnaround";
import { type FreshDatabase, freshDatabase } from "@/test/database";
import { connect, type Database } from "../client";
import { isEmpty, loadDemo } from "../demo";
import { decrypt } from "../secret-columns";

process.env.POSTOLETTO_KEY ??= randomBytes(32).toString("base64");

describe.each<Day>(["2026-11-20", "2027-03-01", "2028-02-29", "2026-12-24"])("the demo network on %s", (today) => {
  let fresh: FreshDatabase;
  let database: Database;
  let sql: Sql;
  beforeAll(async () => {
    fresh = await freshDatabase();
    expect(await isEmpty(fresh.ownerUrl)).toBe(true);
    await loadDemo({ ownerUrl: fresh.ownerUrl, today, password: "a password for the demo" });
    database = connect(fresh.ownerUrl, 2);
    sql = database.sql;
  });
  afterAll(async () => {
    await database.end();
    await fresh.drop();
  });

  const hostedIn = async (name: string, on = sql`s.arrival`) => {
    const [row] = await sql<{ households: number; people: number; minors: number }[]>`
      select count(distinct p.household_id)::int as households, count(distinct s.person_id)::int as people,
        count(distinct s.person_id) filter (where i.birth_date + interval '18 years' > ${on})::int as minors
      from stay s join placement p on p.id = s.placement_id join person i on i.id = s.person_id
      join municipality m on m.code = s.municipality_id where m.name = ${name} and s.status in ('in_house', 'ended')`;
    return row;
  };

  const inCharge = async (name: string) => {
    const [row] = await sql<{ households: number; people: number; minors: number }[]>`
      select count(distinct c.household_id)::int as households, count(distinct i.id)::int as people,
        count(distinct i.id) filter (where i.birth_date + interval '18 years' > ${today}::date)::int as minors
      from household_case c join membership b on b.household_id = c.household_id join person i on i.id = b.person_id
      join municipality m on m.code = c.municipality_id where m.name = ${name}`;
    return row;
  };

  test("is no longer empty once loaded", async () => {
    expect(await isEmpty(fresh.ownerUrl)).toBe(false);
  });

  test("has the 16 municipalities of LGNET2 and no other, each with a user for every role", async () => {
    const names = await sql<{ name: string }[]>`
      select distinct m.name from municipality m join programme p on p.municipality_id = m.code and p.code = 'LGNET2' order by 1`;
    expect(names.map(({ name }) => name)).toEqual([
      "Bologna", "Bolzano", "Caserta", "Firenze", "Genova", "Latina", "Milano", "Napoli", "Palermo", "Perugia", "Potenza", "Roma", "Sassari", "Taranto",
      "Torino", "Trieste",
    ]);
    const roles = await sql<{ count: number }[]>`
      select count(distinct (u.email, r.role))::int as count from app_user u join user_role r on r.user_id = u.id
      join municipality m on m.code = r.municipality_id where u.email = r.role || '.' || lower(m.name) || '@demo.example'`;
    expect(roles[0]?.count).toBe(16 * 5);
    const network = await sql<{ email: string }[]>`select email from app_user u join user_role r on r.user_id = u.id where r.municipality_id is null order by 1`;
    expect(network.map(({ email }) => email)).toEqual(["administrator@demo.example", "coordinator@demo.example"]);
  });

  test("hosts as many as were published", async () => {
    const milano = await hostedIn("Milano");
    expect(milano?.households).toBeGreaterThan(100);
    expect(milano?.people).toBeGreaterThan(230);

    for (const on of [sql`s.arrival`, sql`${today}::date`]) {
      const torino = await hostedIn("Torino", on);
      expect(torino?.people).toBeGreaterThan(160);
      expect(torino?.minors).toBe(60);
      expect((torino?.people ?? 0) - (torino?.minors ?? 0)).toBeGreaterThan(100);
    }

    expect((await hostedIn("Latina"))?.people).toBeGreaterThan(50);
  });

  test("follows as many as were published", async () => {
    expect(await inCharge("Trieste")).toEqual({ households: 29, people: 106, minors: 47 });
    expect((await inCharge("Taranto"))?.people).toBe(65);
    expect((await inCharge("Palermo"))?.people).toBe(200);
    expect((await inCharge("Roma"))?.people).toBeGreaterThan(1000);
    expect((await inCharge("Genova"))?.households).toBe(30);
  });

  test("has the published inventory, and no bed where none was published", async () => {
    const rows = await sql<{ name: string; flats: number; beds: number }[]>`
      select m.name, count(distinct u.flat_id)::int as flats, count(*)::int as beds
      from bed b join unit u on u.id = b.unit_id join municipality m on m.code = b.municipality_id group by 1 order by 1`;
    expect(rows.map(({ name }) => name)).toEqual(["Bolzano", "Caserta", "Latina", "Milano", "Perugia", "Potenza", "Sassari", "Taranto", "Torino"]);
    const of = (name: string) => rows.find((row) => row.name === name);
    expect(of("Milano")?.beds).toBe(70);
    expect(of("Latina")).toMatchObject({ flats: 3, beds: 32 });
    expect(of("Sassari")).toMatchObject({ flats: 2, beds: 8 });

    const flats = await sql<{ beds: number }[]>`
      select count(*)::int as beds from bed b join unit u on u.id = b.unit_id join municipality m on m.code = b.municipality_id
      where m.name = 'Sassari' group by u.flat_id`;
    expect(flats.map(({ beds }) => beds)).toEqual([4, 4]);
    const [jannacci] = await sql<{ count: number }[]>`
      select count(*)::int as count from unit u join facility f on f.id = u.facility_id where f.name = 'Casa Jannacci' and u.letting = 'whole_unit'`;
    expect(jannacci?.count).toBeGreaterThan(0);
    const operators = await sql<{ name: string }[]>`select name from organisation`;
    expect(operators.map(({ name }) => name)).toEqual(expect.arrayContaining([
      "Ideadonna", "Isola di Ariel", "Alice nello specchio", "A.M.M.I.", "Cooperativa Astrolabio", "Gruppo Volontarius", "Cidis Onlus",
      "Credito Senza Confini C.S.C.", "FILEF", "Sintesi", "Human Flowers", "Centro Accura", "Centro Penc",
    ]));
  });

  test("has no rule outside Perugia, and no condition that was not published", async () => {
    const rules = await sql<{ name: string; kind: string; max_stay: unknown; conditions: unknown }[]>`
      select m.name, r.kind, r.max_stay, r.conditions from stay_rule r join municipality m on m.code = r.municipality_id order by r.kind`;
    const six = { max_stay: { months: 6 }, conditions: [{ code: "lawful_residence" }] };
    expect(rules).toEqual([{ name: "Perugia", kind: "cohousing", ...six }, { name: "Perugia", kind: "emergency_shelter", ...six }]);
    const conditions = await sql`
      select conditions from facility where conditions <> '[]' union all select conditions from unit where conditions <> '[]'
      union all select conditions from programme where conditions <> '[]'`;
    expect(conditions).toHaveLength(0);
  });

  test("keeps health needs encrypted", async () => {
    const rows = await sql<{ health_needs: Buffer }[]>`select health_needs from household where health_needs is not null`;
    expect(rows.length).toBeGreaterThan(0);
    for (const { health_needs } of rows) expect(decrypt(health_needs)).toMatch(/^\["(mental_health|addiction)_support"\]$/);
  });

  test("holds to the six months, save who is overdue", async () => {
    const late = await sql<{ status: string; arrival: Day; latest_exit: Day }[]>`
      select status, arrival, latest_exit from placement where rule_id is not null and latest_exit < greatest(exit, case when status = 'in_house' then ${today}::date else exit end)`;
    expect(late).toHaveLength(2);
    expect(late.every(({ status }) => status === "in_house")).toBe(true);
    for (const { arrival, latest_exit } of late) expect(latest_exit).toBe(addMonths(arrival, 6));
  });

  test("has placements in every state, arrivals and departures due today, overdue ones, and stays ending within 30 days", async () => {
    const rows = await sql<{ status: string; count: number }[]>`select status, count(*)::int as count from placement group by 1 order by 1`;
    expect(rows.map(({ status }) => status)).toEqual(["cancelled", "ended", "in_house", "needs_bed", "no_show", "planned"]);
    const [due] = await sql<{ arriving: number; leaving: number; overdue: number; soon: number }[]>`
      select count(*) filter (where status = 'planned' and arrival = ${today})::int as arriving,
        count(*) filter (where status = 'in_house' and exit = ${today})::int as leaving,
        count(*) filter (where status = 'in_house' and exit < ${today})::int as overdue,
        count(*) filter (where status = 'in_house' and exit > ${today} and exit <= ${addDays(today, 30)})::int as soon
      from placement`;
    expect(due?.arriving).toBeGreaterThanOrEqual(4);
    expect(due?.leaving).toBeGreaterThanOrEqual(4);
    expect(due?.overdue).toBe(4);
    expect(due?.soon).toBeGreaterThanOrEqual(15);
    const unhappy = await sql`
      select p.id from placement p left join task t on t.kind = 'needs_bed' and t.cause = p.id::text where p.status = 'needs_bed' and t.id is null`;
    expect(unhappy).toHaveLength(0);
    const future = await sql`select id from placement where (status in ('in_house', 'ended', 'no_show') and arrival > ${today}) or (status = 'ended' and exit > ${today})`;
    expect(future).toHaveLength(0);
  });

  test("blocks exactly what its placements block", async () => {
    const placements = await sql<{ id: string; whole: boolean; days: number | null; working: boolean | null; bed_ids: string[] }[]>`
      select p.id, u.letting = 'whole_unit' as whole, f.turnaround_days as days, f.turnaround_working as working,
        array(select b.id::text from bed b where b.unit_id = u.id) as bed_ids
      from placement p join unit u on u.id = p.unit_id join facility f on f.id = u.facility_id where p.status in ('planned', 'in_house', 'ended')`;
    const stays = await sql<{ placement_id: string; id: string; bed_id: string; arrival: Day; exit: Day }[]>`select * from stay`;
    const stored = await sql<{ row: string }[]>`
      select concat_ws(' ', placement_id, bed_id, kind, from_day, until_day, whole_unit) as row from bed_block where closure_id is null`;

    const expected = placements.flatMap(({ id, whole, days, working, bed_ids }) => {
      const own = stays.filter((stay) => stay.placement_id === id).map((stay) => ({ stayId: stay.id, bedId: stay.bed_id, arrival: stay.arrival, exit: stay.exit }));
      const turnaround = effectiveTurnaround(days === null ? null : { days, working: working ?? false });
      const holding = { placementId: id, wholeUnit: whole, bedIds: whole ? bed_ids : own.map(({ bedId }) => bedId), stays: own, turnaround };
      return blocksOf(holding, new Set()).map((block) => [id, block.bedId, block.kind, block.from, block.until, whole ? "t" : "f"].join(" "));
    });
    expect(stored.map(({ row }) => row).sort()).toEqual(expected.sort());
  });

  test("is well used: between 75 and 92 percent of the beds over the last year, facility by facility for most", async () => {
    const rates = await sql<{ name: string; rate: number }[]>`
      with bed_count as (select u.facility_id, count(*)::float as beds from bed b join unit u on u.id = b.unit_id group by 1)
      select f.name, sum(greatest(0, least(case when s.status = 'in_house' then ${today}::date else s.exit end, ${today}::date) - greatest(s.arrival, ${addDays(today, -365)}::date))) / (c.beds * 365) as rate
      from stay s join unit u on u.id = s.unit_id join facility f on f.id = u.facility_id join bed_count c on c.facility_id = f.id
      where s.status in ('in_house', 'ended') group by f.name, c.beds`;
    const usual = rates.filter(({ rate }) => rate >= 0.75 && rate <= 0.92);
    expect(usual.length / rates.length).toBeGreaterThan(0.7);
    expect(rates.filter(({ rate }) => rate > 1 || rate < 0.5)).toEqual([]);
  });
});

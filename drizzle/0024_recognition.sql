CREATE TABLE "person_recognition" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" text NOT NULL,
	"name_hash" text NOT NULL,
	"is_same" boolean NOT NULL,
	"decided_by" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "person_by_fiscal_code";--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "name_hash" text;--> statement-breakpoint
ALTER TABLE "person_recognition" ADD CONSTRAINT "person_recognition_person_id_municipality_id_person_id_municipality_id_fk" FOREIGN KEY ("person_id","municipality_id") REFERENCES "public"."person"("id","municipality_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "person_by_code" ON "person" USING btree ("fiscal_code_hash");--> statement-breakpoint
CREATE INDEX "person_by_name_hash" ON "person" USING btree ("name_hash");--> statement-breakpoint
CREATE INDEX "person_without_name_hash" ON "person" USING btree ("id") WHERE "person"."name_hash" IS NULL;
--> statement-breakpoint
-- The keyed hash of a name is made by the product, which has the key. One of an earlier name or birth date would recognise somebody else:
-- it goes with them, whoever writes, and whoever writes sets the new one afterwards.
CREATE FUNCTION forget_name_hash() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW.name_hash := NULL;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER person_renamed BEFORE UPDATE OF given_name, family_name, birth_date ON person FOR EACH ROW
  WHEN ((OLD.given_name, OLD.family_name, OLD.birth_date) IS DISTINCT FROM (NEW.given_name, NEW.family_name, NEW.birth_date)) EXECUTE FUNCTION forget_name_hash();
--> statement-breakpoint
CREATE POLICY read_names_to_hash ON person FOR SELECT USING ((SELECT app_value('app.system')) = 'recognition');
--> statement-breakpoint
CREATE POLICY keep_name_hashes ON person FOR UPDATE USING ((SELECT app_value('app.system')) = 'recognition');
--> statement-breakpoint
ALTER TABLE person_recognition ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE person_recognition FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner_all ON person_recognition TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY command_line ON person_recognition USING (app_value('app.system') = 'cli') WITH CHECK (app_value('app.system') = 'cli');
--> statement-breakpoint
-- Whoever finds the person finds what was decided of them: the subquery is under the policies of person.
CREATE POLICY recognise ON person_recognition USING (
  municipality_id = ANY ((SELECT app_list('app.people'))::text[]) AND EXISTS (SELECT 1 FROM person p WHERE p.id = person_id));
--> statement-breakpoint
-- Those of these people whom the actor may see, by the same test as the policies of 0002.
CREATE FUNCTION people_seen(people uuid[]) RETURNS uuid[] LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(i.id), '{}') FROM person i
  WHERE i.id = ANY (people) AND (app_value('app.system') = 'cli' OR i.municipality_id = ANY (app_list('app.people')) AND (
    i.protected_for IS NULL OR i.protected_for::text = ANY (app_list('app.organisations')) OR i.municipality_id = ANY (app_list('app.managed'))))
$$;
--> statement-breakpoint
-- Who is the same person as each of those asked about, themselves too: the one place that says so (docs/decisions/0018).
--  By the fiscal code: whoever has the same, in the municipality or over the network.
--  By name and birth date: over the network, in another municipality, where somebody said so. What was decided here of the one goes
--    before what was decided there of the other. A name that belongs to people of different codes recognises nobody by whom one of the
--    two would be taken for the other; who is protected is found by nobody through a name.
-- And so on from each of them. `names`: 'unused', 'decided', or 'asked' as if those asked about had been confirmed. Called by itself it
-- sees what the actor sees; in the two functions below it sees the network, and what it finds does not leave them.
CREATE FUNCTION same_people(asked uuid[], over_network boolean, names text) RETURNS TABLE (asked_id uuid, home text, id uuid)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH RECURSIVE same AS (
    SELECT a.id AS asked_id, a.municipality_id AS home, a.id FROM person a WHERE a.id = ANY (asked)
    UNION
    SELECT s.asked_id, s.home, found.id
    FROM same s JOIN person x ON x.id = s.id
    CROSS JOIN LATERAL (
      SELECT i.id FROM person i WHERE i.fiscal_code_hash = x.fiscal_code_hash AND (over_network OR i.municipality_id = x.municipality_id)
      UNION ALL
      SELECT i.id FROM person i
      WHERE over_network AND names <> 'unused' AND i.name_hash = x.name_hash AND i.municipality_id <> x.municipality_id AND i.protected_for IS NULL
        AND (names = 'asked' AND s.id = s.asked_id OR coalesce(
          (SELECT r.is_same FROM person_recognition r WHERE r.person_id = x.id AND r.name_hash = x.name_hash),
          (SELECT r.is_same FROM person_recognition r WHERE r.person_id = i.id AND r.name_hash = i.name_hash), false))
        AND NOT EXISTS (SELECT 1 FROM person k WHERE k.name_hash = x.name_hash AND k.fiscal_code_hash <> coalesce(x.fiscal_code_hash, i.fiscal_code_hash))
    ) found
  )
  SELECT s.asked_id, s.home, s.id FROM same s
$$;
--> statement-breakpoint
-- Nights of people under rules that a stay clock counts, wherever in the network the same person spent, spends or will spend them. It
-- answers numbers and days, never a name, a place or a municipality; a placement only where the actor finds it. For people whom the
-- actor may see.
-- With `hold` nobody else decides about a clock of these people until the transaction ends. What is held are the codes and the names by
-- which each of them is or may be recognised: whoever decides about the same person elsewhere, or who that person is, holds one of them
-- too. Always in the order of the locks themselves, so that two who wait for each other cannot be.
CREATE OR REPLACE FUNCTION nights_under_rules(people uuid[], over_network boolean, hold boolean)
RETURNS TABLE (person_id uuid, placement int, placement_id uuid, stay_id uuid, is_here boolean, status text, arrival date, exit date, clock_from date,
  extended_until date, set_aside boolean, max_stay jsonb, counting text, clock_scope text, clock_group text, reset_after_days int)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  asked CONSTANT uuid[] := people_seen(people);
  held int;
BEGIN
  IF hold THEN
    FOR held IN
      SELECT DISTINCT hashtext('stay_clock ' || by.what) FROM same_people(asked, true, 'decided') k JOIN person i ON i.id = k.id
      CROSS JOIN LATERAL (VALUES (coalesce(i.fiscal_code_hash, i.id::text)), (i.name_hash)) by(what) WHERE by.what IS NOT NULL ORDER BY 1
    LOOP
      PERFORM pg_advisory_xact_lock(held);
    END LOOP;
  END IF;
  RETURN QUERY
  SELECT k.asked_id, (dense_rank() OVER (ORDER BY p.id))::int, CASE WHEN f.found THEN p.id END, CASE WHEN f.found THEN s.id END, p.municipality_id = k.home, s.status,
    s.arrival, s.exit, p.clock_from, p.extended_until, coalesce(p.override -> 'codes' ? 'max_stay_exceeded', false),
    r.max_stay, r.counting, r.clock_scope, r.clock_group, r.reset_after_days
  FROM same_people(asked, over_network, 'decided') k
  JOIN stay s ON s.person_id = k.id AND s.status IN ('planned', 'in_house', 'ended')
  JOIN placement p ON p.id = s.placement_id
  JOIN stay_rule r ON r.id = p.rule_id AND (r.counting = 'cumulative' OR r.clock_group IS NOT NULL)
  CROSS JOIN LATERAL (SELECT p.municipality_id = k.home AND (app_value('app.system') = 'cli' OR p.protected_for IS NULL
    OR p.protected_for::text = ANY (app_list('app.organisations')) OR p.municipality_id = ANY (app_list('app.managed'))) AS found) f
  ORDER BY s.arrival, s.id;
END $$;
--> statement-breakpoint
-- Under which clocks somebody of the same name and birth date has nights elsewhere in the network that only the name can tell to be
-- theirs, and whether they are counted by now. Neither how many nights nor whose, where or when. For people whom the actor may see.
CREATE FUNCTION clocks_of_namesakes(people uuid[]) RETURNS TABLE (person_id uuid, is_counted boolean, counting text, clock_group text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  asked CONSTANT uuid[] := people_seen(people);
BEGIN
  RETURN QUERY
  WITH by_code AS MATERIALIZED (SELECT * FROM same_people(asked, true, 'unused')), by_now AS MATERIALIZED (SELECT * FROM same_people(asked, true, 'decided'))
  SELECT n.asked_id, bool_or(EXISTS (SELECT 1 FROM by_now b WHERE b.asked_id = n.asked_id AND b.id = n.id)), r.counting, r.clock_group
  FROM same_people(asked, true, 'asked') n
  JOIN stay s ON s.person_id = n.id AND s.status IN ('planned', 'in_house', 'ended') AND (s.arrival < s.exit OR s.status = 'in_house')
  JOIN placement p ON p.id = s.placement_id
  JOIN stay_rule r ON r.id = p.rule_id AND (r.counting = 'cumulative' OR r.clock_group IS NOT NULL)
  WHERE NOT EXISTS (SELECT 1 FROM by_code c WHERE c.asked_id = n.asked_id AND c.id = n.id)
  GROUP BY n.asked_id, r.counting, r.clock_group;
END $$;
--> statement-breakpoint
-- The latest exit follows from what is known of people, and people are kept by social workers too, who change no placement. Of a planned
-- or running placement that the actor may see, whose rule counts it together with others: nothing else of it is changed.
CREATE FUNCTION keep_latest_exit(kept uuid, until date) RETURNS SETOF uuid LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE placement p SET latest_exit = until FROM stay_rule r
  WHERE p.id = kept AND r.id = p.rule_id AND r.counting = 'cumulative' AND p.status IN ('planned', 'in_house')
    AND (app_value('app.system') = 'cli' OR p.municipality_id = ANY (app_list('app.people')) AND (
      p.protected_for IS NULL OR p.protected_for::text = ANY (app_list('app.organisations')) OR p.municipality_id = ANY (app_list('app.managed'))))
  RETURNING p.id
$$;

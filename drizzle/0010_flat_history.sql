-- What is asked of the present must not cost more with every year of history.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE INDEX stay_in_house_of_unit ON stay (unit_id) WHERE status = 'in_house';
--> statement-breakpoint
CREATE INDEX stay_planned_of_person ON stay (person_id) WHERE status = 'planned';
--> statement-breakpoint
CREATE INDEX placement_in_order ON placement (municipality_id, id);
--> statement-breakpoint
CREATE INDEX placement_by_exit ON placement (municipality_id, exit, arrival);
--> statement-breakpoint
CREATE INDEX household_in_order ON household (municipality_id, id);
--> statement-breakpoint
CREATE INDEX membership_of_person_in_household ON membership (person_id, household_id);
--> statement-breakpoint
CREATE INDEX household_by_name ON household USING gin (name gin_trgm_ops, phone gin_trgm_ops);
--> statement-breakpoint
CREATE INDEX person_by_name ON person USING gin (given_name gin_trgm_ops, family_name gin_trgm_ops);
--> statement-breakpoint
-- As in 0006, with an index for whoever is in house and another for the nights: one condition for both would read all stays.
-- In plpgsql the plan is kept by the connection.
CREATE OR REPLACE FUNCTION stays_in_units(units uuid[], from_day date, until_day date)
RETURNS TABLE (unit_id uuid, bed_id uuid, stay_id uuid, placement_id uuid, household_id uuid, status text, arrival date, exit date,
  placement_turnaround int, placement_working boolean, rule_turnaround int, rule_working boolean, birth_date date, gender text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT s.unit_id, s.bed_id, s.id, s.placement_id, p.household_id, s.status, s.arrival, s.exit,
    p.turnaround_days, p.turnaround_working, r.turnaround_days, r.turnaround_working, i.birth_date, i.gender
  FROM (
    SELECT * FROM stay WHERE stay.unit_id = ANY (units) AND stay.status = 'in_house'
    UNION ALL
    SELECT * FROM stay WHERE stay.unit_id = ANY (units) AND stay.status IN ('planned', 'ended') AND stay.exit > from_day AND stay.arrival < until_day
  ) s
  JOIN placement p ON p.id = s.placement_id
  JOIN person i ON i.id = s.person_id
  LEFT JOIN stay_rule r ON r.id = p.rule_id
  WHERE s.municipality_id = ANY (app_list('app.places')) OR app_value('app.system') = 'cli';
END $$;
--> statement-breakpoint
-- Which of these households (null: all of the municipality) have every word in a name or in the telephone number, newest first.
-- Runs with the rights of whoever calls it: called by itself it answers what row-level security shows.
CREATE FUNCTION households_with_words(place text, patterns text[], before uuid, wanted int, among uuid[], sees_all boolean, organisations text[])
RETURNS SETOF uuid LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY
    SELECT h.id FROM household h
    WHERE h.municipality_id = place AND (before IS NULL OR h.id < before) AND (among IS NULL OR h.id = ANY (among))
      AND (sees_all OR h.protected_for IS NULL OR h.protected_for::text = ANY (organisations))
      AND (SELECT bool_and(coalesce(h.name ILIKE pattern, false) OR coalesce(h.phone ILIKE pattern, false) OR EXISTS (
        SELECT FROM membership m CROSS JOIN LATERAL (SELECT * FROM person WHERE person.id = m.person_id OFFSET 0) i
        WHERE m.household_id = h.id AND (i.given_name ILIKE pattern OR i.family_name ILIKE pattern)
          AND (sees_all OR m.protected_for IS NULL OR m.protected_for::text = ANY (organisations))
          AND (sees_all OR i.protected_for IS NULL OR i.protected_for::text = ANY (organisations))))
        FROM unnest(patterns) pattern)
    ORDER BY h.id DESC LIMIT wanted;
END $$;
--> statement-breakpoint
-- Households in which somebody, or the household itself, has the word; at most so many rows. Rights as above.
CREATE FUNCTION households_with_word(place text, pattern text, most bigint) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY
    (SELECT m.household_id FROM person i JOIN membership m ON m.person_id = i.id
      WHERE i.municipality_id = place AND (i.given_name ILIKE pattern OR i.family_name ILIKE pattern) LIMIT most)
    UNION ALL
    (SELECT h.id FROM household h WHERE h.municipality_id = place AND (h.name ILIKE pattern OR h.phone ILIKE pattern) LIMIT most);
END $$;
--> statement-breakpoint
-- The search by name. Under row-level security no index looks inside a text, so this runs as the owner and tests itself what the
-- policies of 0002 test: household, membership and person each have to be visible to whoever asks. It looks up a few rows at a time,
-- which the planner must not take for many.
CREATE FUNCTION households_named(place text, patterns text[], before uuid, wanted int) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_custom_plan SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
DECLARE
  rare CONSTANT int := 4000;
  newest CONSTANT int := 1000;
  slice CONSTANT int := 200;
  is_cli CONSTANT boolean := coalesce(app_value('app.system') = 'cli', false);
  sees_all CONSTANT boolean := is_cli OR place = ANY (app_list('app.managed'));
  organisations CONSTANT text[] := app_list('app.organisations');
  among uuid[];
  word text;
  found uuid[];
  start int;
  answered int;
  given int := 0;
BEGIN
  IF cardinality(patterns) = 0 OR NOT (is_cli OR place = ANY (app_list('app.people'))) THEN RETURN; END IF;

  -- A rare word decides: those who have it are looked at, the newest first.
  FOR word IN SELECT pattern FROM unnest(patterns) pattern ORDER BY length(pattern) DESC LOOP
    among := ARRAY(SELECT households_with_word(place, word, rare));
    CONTINUE WHEN cardinality(among) >= rare;
    among := ARRAY(SELECT DISTINCT id FROM unnest(among) id WHERE before IS NULL OR id < before ORDER BY id DESC);
    FOR start IN SELECT generate_series(1, cardinality(among), slice) LOOP
      RETURN QUERY SELECT households_with_words(place, patterns, before, wanted - given, among[start:start + slice - 1], sees_all, organisations);
      GET DIAGNOSTICS answered = ROW_COUNT;
      given := given + answered;
      EXIT WHEN given >= wanted;
    END LOOP;
    RETURN;
  END LOOP;
  among := NULL;

  -- Common ones are met soon on the way back from the newest household, unless they are rare together.
  IF cardinality(patterns) > 1 THEN
    among := ARRAY(SELECT id FROM household WHERE municipality_id = place AND (before IS NULL OR id < before) ORDER BY id DESC LIMIT newest);
    found := ARRAY(SELECT households_with_words(place, patterns, before, wanted, among, sees_all, organisations));
    among := NULL;
    IF cardinality(found) < wanted THEN
      FOREACH word IN ARRAY patterns LOOP
        among := ARRAY(SELECT id FROM households_with_word(place, word, NULL) id WHERE among IS NULL OR id = ANY (among));
      END LOOP;
    END IF;
  END IF;
  RETURN QUERY SELECT households_with_words(place, patterns, before, wanted, among, sees_all, organisations);
END $$;

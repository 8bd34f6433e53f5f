-- Nights of people under rules that a stay clock counts, wherever in the network the same person spent, spends or will spend them: a
-- person is recognised by the keyed hash of the fiscal code. It answers numbers and days, never a name, a place or a municipality; a
-- placement only where the actor finds it. For people whom the actor may see, by the same test as the policies of 0002.
-- With `hold` nobody else decides about a clock of these people until the transaction ends; always in the same order, so that two
-- who wait for each other cannot be.
CREATE FUNCTION nights_under_rules(people uuid[], over_network boolean, hold boolean)
RETURNS TABLE (person_id uuid, placement int, placement_id uuid, stay_id uuid, is_here boolean, status text, arrival date, exit date, clock_from date,
  extended_until date, set_aside boolean, max_stay jsonb, counting text, clock_scope text, clock_group text, reset_after_days int)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  asked uuid[];
  held text;
BEGIN
  SELECT coalesce(array_agg(i.id), '{}') INTO asked FROM person i
  WHERE i.id = ANY (people) AND (app_value('app.system') = 'cli' OR i.municipality_id = ANY (app_list('app.people')) AND (
    i.protected_for IS NULL OR i.protected_for::text = ANY (app_list('app.organisations')) OR i.municipality_id = ANY (app_list('app.managed'))));
  IF hold THEN
    FOR held IN SELECT DISTINCT coalesce(i.fiscal_code_hash, i.id::text) FROM person i WHERE i.id = ANY (asked) ORDER BY 1 LOOP
      PERFORM pg_advisory_xact_lock(hashtext('stay_clock ' || held));
    END LOOP;
  END IF;
  RETURN QUERY
  WITH known AS (
    SELECT i.id AS asked_id, i.municipality_id AS home, i.id FROM person i WHERE i.id = ANY (asked)
    UNION
    SELECT a.id, a.municipality_id, i.id FROM person a
    JOIN municipality m ON over_network OR m.code = a.municipality_id
    JOIN person i ON i.municipality_id = m.code AND i.fiscal_code_hash = a.fiscal_code_hash
    WHERE a.id = ANY (asked)
  )
  SELECT k.asked_id, (dense_rank() OVER (ORDER BY p.id))::int, CASE WHEN f.found THEN p.id END, CASE WHEN f.found THEN s.id END, p.municipality_id = k.home, s.status,
    s.arrival, s.exit, p.clock_from, p.extended_until, coalesce(p.override -> 'codes' ? 'max_stay_exceeded', false),
    r.max_stay, r.counting, r.clock_scope, r.clock_group, r.reset_after_days
  FROM known k
  JOIN stay s ON s.person_id = k.id AND s.status IN ('planned', 'in_house', 'ended')
  JOIN placement p ON p.id = s.placement_id
  JOIN stay_rule r ON r.id = p.rule_id AND (r.counting = 'cumulative' OR r.clock_group IS NOT NULL)
  CROSS JOIN LATERAL (SELECT p.municipality_id = k.home AND (app_value('app.system') = 'cli' OR p.protected_for IS NULL
    OR p.protected_for::text = ANY (app_list('app.organisations')) OR p.municipality_id = ANY (app_list('app.managed'))) AS found) f
  ORDER BY s.arrival, s.id;
END $$;

-- Who is, was or will be in these units, without names or ids of people: whether a bed is free, and whether a minor would share a
-- room with unrelated adults, must not depend on which households the reader may see. For municipalities whose places the actor
-- may see; the household is named only to leave its own people out.
CREATE FUNCTION stays_in_units(units uuid[], from_day date, until_day date)
RETURNS TABLE (unit_id uuid, bed_id uuid, stay_id uuid, placement_id uuid, household_id uuid, status text, arrival date, exit date,
  placement_turnaround int, placement_working boolean, rule_turnaround int, rule_working boolean, birth_date date, gender text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.unit_id, s.bed_id, s.id, s.placement_id, p.household_id, s.status, s.arrival, s.exit,
    p.turnaround_days, p.turnaround_working, r.turnaround_days, r.turnaround_working, i.birth_date, i.gender
  FROM stay s
  JOIN placement p ON p.id = s.placement_id
  JOIN person i ON i.id = s.person_id
  LEFT JOIN stay_rule r ON r.id = p.rule_id
  WHERE s.unit_id = ANY (units)
    AND (s.municipality_id = ANY (app_list('app.places')) OR app_value('app.system') = 'cli')
    AND (s.status = 'in_house' OR (s.status IN ('planned', 'ended') AND s.exit > from_day AND s.arrival < until_day))
$$;

-- Who slept in these units, for figures: neither names nor ids of people, placements and households, only a number that tells the
-- people of one answer apart. Nights of protected households count like all others, whoever asks. For municipalities whose places the
-- actor may see. An index for whoever is in house and another for those who left, as in stays_in_units.
CREATE FUNCTION nights_in_units(units uuid[], from_day date, until_day date)
RETURNS TABLE (bed_id uuid, person int, arrival date, exit date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT s.bed_id, (dense_rank() OVER (ORDER BY s.person_id))::int, s.arrival, s.left_on
  FROM (
    SELECT stay.*, NULL::date AS left_on FROM stay WHERE stay.unit_id = ANY (units) AND stay.status = 'in_house' AND stay.arrival < until_day
    UNION ALL
    SELECT stay.*, stay.exit AS left_on FROM stay WHERE stay.unit_id = ANY (units) AND stay.status = 'ended' AND stay.exit >= from_day AND stay.arrival < until_day
  ) s
  WHERE s.municipality_id = ANY (app_list('app.places')) OR app_value('app.system') = 'cli';
END $$;

ALTER TABLE "placement" ADD COLUMN "clock_from" date;
--> statement-breakpoint
DROP FUNCTION nights_in_units(uuid[], date, date);
--> statement-breakpoint
-- As in 0012, with a second number that tells the placements of one answer apart: whoever was transferred inside a placement has
-- neither left nor come.
CREATE FUNCTION nights_in_units(units uuid[], from_day date, until_day date)
RETURNS TABLE (bed_id uuid, person int, placement int, arrival date, exit date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT s.bed_id, (dense_rank() OVER (ORDER BY s.person_id))::int, (dense_rank() OVER (ORDER BY s.placement_id))::int, s.arrival, s.left_on
  FROM (
    SELECT stay.*, NULL::date AS left_on FROM stay WHERE stay.unit_id = ANY (units) AND stay.status = 'in_house' AND stay.arrival < until_day
    UNION ALL
    SELECT stay.*, stay.exit AS left_on FROM stay WHERE stay.unit_id = ANY (units) AND stay.status = 'ended' AND stay.exit >= from_day AND stay.arrival < until_day
  ) s
  WHERE s.municipality_id = ANY (app_list('app.places')) OR app_value('app.system') = 'cli';
END $$;

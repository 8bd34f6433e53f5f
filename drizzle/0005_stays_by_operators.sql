-- Placements and stays are changed where the actor operates; a social worker follows them and changes none.
DROP POLICY change_people ON placement;
--> statement-breakpoint
DROP POLICY change_people ON stay;
--> statement-breakpoint
DO $do$
DECLARE
  name text;
  visible constant text := $v$municipality_id = ANY ((SELECT app_list('app.operated'))::text[]) AND (
    protected_for IS NULL
    OR protected_for::text = ANY ((SELECT app_list('app.organisations'))::text[])
    OR municipality_id = ANY ((SELECT app_list('app.managed'))::text[]))$v$;
BEGIN
  FOREACH name IN ARRAY ARRAY['placement','stay'] LOOP
    EXECUTE format('CREATE POLICY change_stays ON %I FOR UPDATE USING (%s)', name, visible);
  END LOOP;
END $do$;

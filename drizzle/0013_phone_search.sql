-- The search by telephone number: by its digits, however the number was written down. As the search by name of 0010 it runs as the
-- owner and tests itself what the policy of household tests.
CREATE INDEX household_by_phone ON household USING gin (regexp_replace(phone, '\D', '', 'g') gin_trgm_ops) WHERE phone IS NOT NULL;
--> statement-breakpoint
CREATE FUNCTION households_with_phone(place text, digits text, before uuid, wanted int) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF digits !~ '^[0-9]{5,15}$' OR NOT place = ANY (app_list('app.people')) THEN RETURN; END IF;
  RETURN QUERY
    SELECT h.id FROM household h
    WHERE h.municipality_id = place AND h.phone IS NOT NULL AND regexp_replace(h.phone, '\D', '', 'g') LIKE '%' || digits || '%'
      AND (before IS NULL OR h.id < before)
      AND (h.protected_for IS NULL OR place = ANY (app_list('app.managed')) OR h.protected_for::text = ANY (app_list('app.organisations')))
    ORDER BY h.id DESC LIMIT wanted;
END $$;

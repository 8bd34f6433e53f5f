-- The writes on records the caller may see people of. Runs as the owner (the audit is closed to everybody but the
-- administrator), so the caller's municipality is tested here.
CREATE FUNCTION household_history(municipality text, subjects text[])
RETURNS TABLE (at timestamptz, action text, by text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT e.at, e.action, coalesce(u.name, e.actor_id)
  FROM audit_entry e LEFT JOIN app_user u ON u.id::text = e.actor_id
  WHERE e.municipality_id = municipality AND e.subject_id = ANY (subjects) AND e.action NOT LIKE '%.read'
    AND (municipality = ANY (app_list('app.people')) OR app_value('app.system') = 'cli')
  ORDER BY e.at DESC LIMIT 200
$$;

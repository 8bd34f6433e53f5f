-- Who comes with a token or a session: answered before anybody is named, in one statement, for whoever holds the secret.
CREATE FUNCTION grants_of(holder uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('role', role, 'municipality', municipality_id, 'organisationId', organisation_id) ORDER BY id), '[]')
  FROM user_role WHERE user_id = holder
$$;
--> statement-breakpoint
CREATE FUNCTION token_bearer(token_hash text) RETURNS TABLE (user_id uuid, name text, grants jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY
    SELECT u.id, u.name, grants_of(u.id)
    FROM api_token t JOIN app_user u ON u.id = t.user_id
    WHERE t.hash = token_hash AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > now()) AND u.disabled_at IS NULL;
END $$;
--> statement-breakpoint
-- Being seen is noted at most once a minute: reading pages must not write a row each time.
CREATE FUNCTION session_bearer(session_id uuid, idle interval) RETURNS TABLE (user_id uuid, name text, grants jsonb)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY
    SELECT u.id, u.name, grants_of(u.id)
    FROM user_session s JOIN app_user u ON u.id = s.user_id
    WHERE s.id = session_id AND s.revoked_at IS NULL AND s.expires_at > now() AND s.last_seen_at > now() - idle AND u.disabled_at IS NULL;
  IF FOUND THEN
    UPDATE user_session SET last_seen_at = now() WHERE id = session_id AND last_seen_at < now() - interval '1 minute';
  END IF;
END $$;
--> statement-breakpoint
-- The last migration this database has seen, for a role that may not read the migrator's own table.
CREATE FUNCTION schema_version() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT max(created_at) FROM drizzle.__drizzle_migrations
$$;
--> statement-breakpoint
-- Roles are given within the municipalities whose users the actor keeps; those that administer or see the network by administrators only.
CREATE FUNCTION may_grant(granted text, place text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT place = ANY (app_list('app.administered'))
    OR (place = ANY (app_list('app.users')) AND granted NOT IN ('administrator', 'coordinator'))
    OR (place IS NULL AND EXISTS (
      SELECT 1 FROM user_role WHERE user_id::text = app_value('app.actor') AND role = 'administrator' AND municipality_id IS NULL))
$$;
--> statement-breakpoint
-- Whoever sets a password or hands out a token could act as that user: it takes the right to every role the user has, seen or not.
CREATE FUNCTION keeps_user(kept uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(bool_and(coalesce(may_grant(role, municipality_id), false)), false) FROM user_role WHERE user_id = kept
$$;
--> statement-breakpoint
CREATE FUNCTION administers_user(kept uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(bool_and(coalesce(municipality_id = ANY (app_list('app.administered')), may_grant(role, municipality_id), false)), false)
  FROM user_role WHERE user_id = kept
$$;
--> statement-breakpoint
DROP POLICY keep_roles ON user_role;
--> statement-breakpoint
CREATE POLICY keep_roles ON user_role USING (may_grant(role, municipality_id));
--> statement-breakpoint
DROP POLICY change_users ON app_user;
--> statement-breakpoint
CREATE POLICY change_users ON app_user FOR UPDATE USING (id::text = (SELECT app_value('app.actor')) OR keeps_user(id));
--> statement-breakpoint
DROP POLICY keep_passwords ON user_password;
--> statement-breakpoint
CREATE POLICY keep_passwords ON user_password USING (keeps_user(user_id));
--> statement-breakpoint
CREATE POLICY keep_sessions ON user_session USING (keeps_user(user_id));
--> statement-breakpoint
DROP POLICY keep_tokens ON api_token;
--> statement-breakpoint
CREATE POLICY keep_tokens ON api_token USING (administers_user(user_id));
--> statement-breakpoint
-- Administrators see no places, but must name the organisation an operator works for.
CREATE POLICY name_organisations ON organisation FOR SELECT USING (municipality_id = ANY ((SELECT app_list('app.users'))::text[]));
--> statement-breakpoint
ALTER TABLE user_role ADD CONSTRAINT user_role_organisation_tenant
  FOREIGN KEY (organisation_id, municipality_id) REFERENCES organisation (id, municipality_id);

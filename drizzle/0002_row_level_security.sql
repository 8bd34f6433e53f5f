-- Who is asking is told to the database at the start of every transaction (db/client.ts): lists of municipalities by what may
-- be done there. After the transaction the settings are '' and not NULL.
CREATE FUNCTION app_list(setting text) RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(string_to_array(nullif(current_setting(setting, true), ''), ','), '{}')
$$;
--> statement-breakpoint
CREATE FUNCTION app_value(setting text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT nullif(current_setting(setting, true), '')
$$;
--> statement-breakpoint
-- The owner migrates, loads the demo network and restores; named parts of the system act through `app.system`.
DO $do$
DECLARE name text;
BEGIN
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', name);
    EXECUTE format($p$CREATE POLICY command_line ON %I USING (app_value('app.system') = 'cli') WITH CHECK (app_value('app.system') = 'cli')$p$, name);
  END LOOP;
END $do$;
--> statement-breakpoint
CREATE POLICY everyone_reads ON municipality FOR SELECT USING (true);
--> statement-breakpoint
-- What there is: read where the actor may see places, written by operators and managers, the frame by managers.
DO $do$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['municipal_holiday','organisation','programme','facility','flat','unit','bed','closure','bed_block','stay_rule'] LOOP
    EXECUTE format($p$CREATE POLICY read_places ON %I FOR SELECT USING (municipality_id = ANY ((SELECT app_list('app.places'))::text[]))$p$, name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['facility','flat','unit','bed','closure','bed_block'] LOOP
    EXECUTE format($p$CREATE POLICY change_places ON %I FOR UPDATE USING (municipality_id = ANY ((SELECT app_list('app.operated'))::text[]))$p$, name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['flat','unit','bed','closure','bed_block'] LOOP
    EXECUTE format($p$CREATE POLICY add_places ON %I FOR INSERT WITH CHECK (municipality_id = ANY ((SELECT app_list('app.operated'))::text[]))$p$, name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['municipal_holiday','organisation','programme','facility','stay_rule'] LOOP
    EXECUTE format($p$CREATE POLICY add_frame ON %I FOR INSERT WITH CHECK (municipality_id = ANY ((SELECT app_list('app.managed'))::text[]))$p$, name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['municipal_holiday','organisation','programme','stay_rule'] LOOP
    EXECUTE format($p$CREATE POLICY change_frame ON %I FOR UPDATE USING (municipality_id = ANY ((SELECT app_list('app.managed'))::text[]))$p$, name);
  END LOOP;
  CREATE POLICY free_beds ON bed_block FOR DELETE USING (municipality_id = ANY ((SELECT app_list('app.operated'))::text[]));
END $do$;
--> statement-breakpoint
-- People: where the actor may see households; those of a protected facility only by its organisation and the manager.
DO $do$
DECLARE
  name text;
  visible constant text := $v$municipality_id = ANY ((SELECT app_list('app.people'))::text[]) AND (
    protected_for IS NULL
    OR protected_for::text = ANY ((SELECT app_list('app.organisations'))::text[])
    OR municipality_id = ANY ((SELECT app_list('app.managed'))::text[]))$v$;
BEGIN
  FOREACH name IN ARRAY ARRAY['person','household','membership','household_case','referral','placement','stay'] LOOP
    EXECUTE format('CREATE POLICY read_people ON %I FOR SELECT USING (%s)', name, visible);
    EXECUTE format('CREATE POLICY change_people ON %I FOR UPDATE USING (%s)', name, visible);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['person','household','membership','household_case','referral'] LOOP
    EXECUTE format($p$CREATE POLICY add_people ON %I FOR INSERT WITH CHECK (%s)$p$, name, visible);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['placement','stay'] LOOP
    EXECUTE format($p$CREATE POLICY add_stays ON %I FOR INSERT WITH CHECK (%s AND municipality_id = ANY ((SELECT app_list('app.operated'))::text[]))$p$, name, visible);
  END LOOP;
END $do$;
--> statement-breakpoint
CREATE POLICY count_households ON household_counter USING (municipality_id = ANY ((SELECT app_list('app.people'))::text[]));
--> statement-breakpoint
CREATE POLICY tasks ON task USING (municipality_id = ANY ((SELECT app_list('app.people'))::text[]));
--> statement-breakpoint
-- Users: colleagues read names; whoever keeps the users of a municipality writes them; sign-in finds anybody.
CREATE POLICY own_roles ON user_role FOR SELECT USING (user_id::text = (SELECT app_value('app.actor')));
--> statement-breakpoint
CREATE POLICY colleagues_roles ON user_role FOR SELECT USING (municipality_id = ANY ((SELECT app_list('app.places') || app_list('app.users'))::text[]));
--> statement-breakpoint
CREATE POLICY keep_roles ON user_role USING (municipality_id = ANY ((SELECT app_list('app.users'))::text[]));
--> statement-breakpoint
CREATE POLICY sign_in_roles ON user_role FOR SELECT USING (app_value('app.system') = 'sign_in');
--> statement-breakpoint
CREATE POLICY read_users ON app_user FOR SELECT USING (
  id::text = (SELECT app_value('app.actor')) OR EXISTS (SELECT 1 FROM user_role WHERE user_role.user_id = app_user.id));
--> statement-breakpoint
CREATE POLICY sign_in_users ON app_user FOR SELECT USING (app_value('app.system') = 'sign_in');
--> statement-breakpoint
CREATE POLICY add_users ON app_user FOR INSERT WITH CHECK (cardinality((SELECT app_list('app.users'))) > 0);
--> statement-breakpoint
CREATE POLICY change_users ON app_user FOR UPDATE USING (
  id::text = (SELECT app_value('app.actor'))
  OR EXISTS (SELECT 1 FROM user_role r WHERE r.user_id = app_user.id AND r.municipality_id = ANY (app_list('app.users'))));
--> statement-breakpoint
CREATE POLICY own_password ON user_password USING (user_id::text = (SELECT app_value('app.actor')));
--> statement-breakpoint
CREATE POLICY keep_passwords ON user_password USING (
  EXISTS (SELECT 1 FROM user_role r WHERE r.user_id = user_password.user_id AND r.municipality_id = ANY (app_list('app.users'))));
--> statement-breakpoint
CREATE POLICY sign_in_passwords ON user_password FOR SELECT USING (app_value('app.system') = 'sign_in');
--> statement-breakpoint
CREATE POLICY sign_in_sessions ON user_session USING (app_value('app.system') = 'sign_in');
--> statement-breakpoint
CREATE POLICY own_sessions ON user_session USING (user_id::text = (SELECT app_value('app.actor')));
--> statement-breakpoint
CREATE POLICY sign_in_tokens ON api_token FOR SELECT USING (app_value('app.system') = 'sign_in');
--> statement-breakpoint
CREATE POLICY own_tokens ON api_token USING (user_id::text = (SELECT app_value('app.actor')));
--> statement-breakpoint
CREATE POLICY keep_tokens ON api_token USING (
  EXISTS (SELECT 1 FROM user_role r WHERE r.user_id = api_token.user_id AND r.municipality_id = ANY (app_list('app.administered'))));
--> statement-breakpoint
CREATE POLICY own_keys ON idempotency_key USING (actor_id = (SELECT app_value('app.actor')));
--> statement-breakpoint
CREATE POLICY add_entries ON audit_entry FOR INSERT WITH CHECK (actor_id = (SELECT app_value('app.actor')));
--> statement-breakpoint
CREATE POLICY read_entries ON audit_entry FOR SELECT USING (municipality_id = ANY ((SELECT app_list('app.administered'))::text[]));

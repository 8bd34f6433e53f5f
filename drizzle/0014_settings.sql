CREATE TABLE "service_setting" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"service_name" text,
	"accessibility_email" text,
	"contact_name" text,
	"contact_phone" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "service_setting_once" CHECK ("service_setting"."id" = 1)
);

--> statement-breakpoint
ALTER TABLE service_setting ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE service_setting FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner_all ON service_setting TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY command_line ON service_setting USING (app_value('app.system') = 'cli') WITH CHECK (app_value('app.system') = 'cli');
--> statement-breakpoint
CREATE POLICY administer_service ON service_setting USING ('network' = ANY ((SELECT app_list('app.administered'))::text[]));
--> statement-breakpoint
-- The accessibility statement is read by whoever comes, also before anybody has signed in: these columns and no others.
CREATE FUNCTION public_settings() RETURNS TABLE (service_name text, accessibility_email text, contact_name text, contact_phone text, version int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.service_name, s.accessibility_email, s.contact_name, s.contact_phone, s.version FROM service_setting s
$$;
--> statement-breakpoint
-- When somebody last signed in, for whoever keeps the account; asked once for each user and not for each of their sessions.
CREATE FUNCTION last_sign_ins(users uuid[]) RETURNS TABLE (user_id uuid, at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT asked.id, last.at
  FROM unnest(users) AS asked(id) CROSS JOIN LATERAL (SELECT max(s.created_at) AS at FROM user_session s WHERE s.user_id = asked.id) AS last
  WHERE last.at IS NOT NULL AND keeps_user(asked.id)
$$;
--> statement-breakpoint
-- Whoever may set a password may have its owner told.
CREATE POLICY tell_of_passwords ON outbox_message FOR INSERT WITH CHECK (
  kind = 'password_changed' AND (user_id::text = (SELECT app_value('app.actor')) OR keeps_user(user_id)));

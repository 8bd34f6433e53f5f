CREATE TABLE "calendar_feed" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "calendar_feed_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE calendar_feed ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE calendar_feed FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner_all ON calendar_feed TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY command_line ON calendar_feed USING (app_value('app.system') = 'cli') WITH CHECK (app_value('app.system') = 'cli');
--> statement-breakpoint
CREATE POLICY own_calendar ON calendar_feed USING (user_id::text = (SELECT app_value('app.actor')));
--> statement-breakpoint
-- A calendar cannot sign in: whoever has the secret is answered whose it is, with the roles of this moment.
CREATE FUNCTION calendar_bearer(secret_hash text) RETURNS TABLE (user_id uuid, name text, language text, grants jsonb)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY
    SELECT u.id, u.name, u.language, grants_of(u.id) FROM calendar_feed f JOIN app_user u ON u.id = f.user_id
    WHERE f.hash = secret_hash AND u.disabled_at IS NULL;
END $$;

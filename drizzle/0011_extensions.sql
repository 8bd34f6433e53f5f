CREATE TABLE "extension" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" text NOT NULL,
	"placement_id" uuid NOT NULL,
	"exit" date NOT NULL,
	"latest_exit_before" date NOT NULL,
	"reason" text NOT NULL,
	"note" text,
	"status" text DEFAULT 'asked' NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"decision_note" text,
	"override" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "extension_prolongs" CHECK ("extension"."exit" > "extension"."latest_exit_before"),
	CONSTRAINT "extension_decided_by_another" CHECK ("extension"."status" NOT IN ('approved', 'refused') OR ("extension"."decided_by" IS NOT NULL AND "extension"."decided_at" IS NOT NULL AND "extension"."decided_by" <> "extension"."asked_by"))
);
--> statement-breakpoint
ALTER TABLE "placement" ADD COLUMN "extended_until" date;--> statement-breakpoint
ALTER TABLE "extension" ADD CONSTRAINT "extension_placement_id_municipality_id_placement_id_municipality_id_fk" FOREIGN KEY ("placement_id","municipality_id") REFERENCES "public"."placement"("id","municipality_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "extension_of_placement" ON "extension" USING btree ("placement_id");--> statement-breakpoint
CREATE INDEX "extension_awaiting" ON "extension" USING btree ("municipality_id","status");--> statement-breakpoint
CREATE UNIQUE INDEX "extension_one_awaiting" ON "extension" USING btree ("placement_id") WHERE "extension"."status" = 'asked';
--> statement-breakpoint
ALTER TABLE extension ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE extension FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner_all ON extension TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY command_line ON extension USING (app_value('app.system') = 'cli') WITH CHECK (app_value('app.system') = 'cli');
--> statement-breakpoint
-- Whoever finds the placement finds what was asked for it: the subquery is under the policies of placement.
CREATE POLICY read_extensions ON extension FOR SELECT USING (
  municipality_id = ANY ((SELECT app_list('app.people'))::text[])
  AND EXISTS (SELECT 1 FROM placement p WHERE p.id = extension.placement_id));
--> statement-breakpoint
CREATE POLICY ask_extensions ON extension FOR INSERT WITH CHECK (
  municipality_id = ANY ((SELECT app_list('app.operated'))::text[])
  AND asked_by = (SELECT app_value('app.actor'))
  AND EXISTS (SELECT 1 FROM placement p WHERE p.id = extension.placement_id));
--> statement-breakpoint
-- An extension is decided by a manager, whoever calls the database.
CREATE POLICY change_extensions ON extension FOR UPDATE USING (
  municipality_id = ANY ((SELECT app_list('app.operated'))::text[])
  AND EXISTS (SELECT 1 FROM placement p WHERE p.id = extension.placement_id))
WITH CHECK (
  municipality_id = ANY ((SELECT app_list('app.operated'))::text[])
  AND (status NOT IN ('approved', 'refused') OR municipality_id = ANY ((SELECT app_list('app.managed'))::text[])));

CREATE TABLE "placement_correction" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" text NOT NULL,
	"placement_id" uuid NOT NULL,
	"changes" jsonb NOT NULL,
	"note" text NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "placement_correction" ADD CONSTRAINT "placement_correction_placement_id_municipality_id_placement_id_municipality_id_fk" FOREIGN KEY ("placement_id","municipality_id") REFERENCES "public"."placement"("id","municipality_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "placement_correction_of" ON "placement_correction" USING btree ("placement_id");--> statement-breakpoint
ALTER TABLE placement_correction ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE placement_correction FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner_all ON placement_correction TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY command_line ON placement_correction USING (app_value('app.system') = 'cli') WITH CHECK (app_value('app.system') = 'cli');
--> statement-breakpoint
-- Whoever finds the placement finds what was put right in it: the subquery is under the policies of placement. Nobody changes or removes it.
CREATE POLICY read_corrections ON placement_correction FOR SELECT USING (
  municipality_id = ANY ((SELECT app_list('app.people'))::text[])
  AND EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_correction.placement_id));
--> statement-breakpoint
CREATE POLICY make_corrections ON placement_correction FOR INSERT WITH CHECK (
  municipality_id = ANY ((SELECT app_list('app.operated'))::text[])
  AND made_by = (SELECT app_value('app.actor'))
  AND EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_correction.placement_id));

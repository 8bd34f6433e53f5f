CREATE TABLE "case_exit_path" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" text NOT NULL,
	"case_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"started_on" date,
	"expected_on" date,
	"list_name" text,
	"rank" integer,
	"lease_signed_on" date,
	"note" text,
	CONSTRAINT "case_exit_path_position" UNIQUE("case_id","position"),
	CONSTRAINT "case_exit_path_kind" CHECK ("case_exit_path"."kind" IN ('rent_support','social_housing','private_rental','family_or_friends','other_service','other')),
	CONSTRAINT "case_exit_path_list" CHECK (("case_exit_path"."list_name" IS NULL OR "case_exit_path"."kind" = 'social_housing') AND ("case_exit_path"."rank" IS NULL OR ("case_exit_path"."list_name" IS NOT NULL AND "case_exit_path"."rank" > 0))),
	CONSTRAINT "case_exit_path_lease" CHECK ("case_exit_path"."lease_signed_on" IS NULL OR "case_exit_path"."kind" IN ('rent_support','social_housing','private_rental'))
);
--> statement-breakpoint
CREATE TABLE "case_goal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" text NOT NULL,
	"case_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	"aimed_on" date NOT NULL,
	"reached_on" date,
	"given_up_on" date,
	"given_up_reason" text,
	CONSTRAINT "case_goal_position" UNIQUE("case_id","position"),
	CONSTRAINT "case_goal_one_end" CHECK (("case_goal"."given_up_on" IS NULL) = ("case_goal"."given_up_reason" IS NULL) AND ("case_goal"."reached_on" IS NULL OR "case_goal"."given_up_on" IS NULL))
);
--> statement-breakpoint
ALTER TABLE "household_case" ADD COLUMN "outcome_note" text;--> statement-breakpoint
ALTER TABLE "household_case" ADD CONSTRAINT "household_case_tenant" UNIQUE("id","municipality_id");--> statement-breakpoint
ALTER TABLE "case_exit_path" ADD CONSTRAINT "case_exit_path_case_id_municipality_id_household_case_id_municipality_id_fk" FOREIGN KEY ("case_id","municipality_id") REFERENCES "public"."household_case"("id","municipality_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_goal" ADD CONSTRAINT "case_goal_case_id_municipality_id_household_case_id_municipality_id_fk" FOREIGN KEY ("case_id","municipality_id") REFERENCES "public"."household_case"("id","municipality_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_case" ADD CONSTRAINT "household_case_in_order" CHECK ("household_case"."until_day" IS NULL OR "household_case"."until_day" >= "household_case"."from_day");--> statement-breakpoint
ALTER TABLE "household_case" ADD CONSTRAINT "household_case_outcome" CHECK (("household_case"."outcome" IS NULL OR "household_case"."until_day" IS NOT NULL) AND ("household_case"."outcome_note" IS NULL OR "household_case"."outcome" IS NOT NULL)
    AND "household_case"."outcome" IN ('private_rental','social_housing','family','friends','sai','cas','minors_community','bridge','other_municipality','abroad','hospital','street','unknown','other','other_programme','withdrawn','death'));
--> statement-breakpoint
-- Whoever finds the case finds what was agreed in it: the subquery is under the policies of household_case. The lists are replaced as wholes.
DO $do$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['case_goal','case_exit_path'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', name);
    EXECUTE format($p$CREATE POLICY command_line ON %I USING (app_value('app.system') = 'cli') WITH CHECK (app_value('app.system') = 'cli')$p$, name);
    EXECUTE format($p$CREATE POLICY agree ON %I USING (
      municipality_id = ANY ((SELECT app_list('app.people'))::text[]) AND EXISTS (SELECT 1 FROM household_case c WHERE c.id = case_id))$p$, name);
  END LOOP;
END $do$;

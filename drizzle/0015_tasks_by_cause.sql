ALTER TABLE "task" ADD COLUMN "done_by" text;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_done_by_somebody" CHECK ("task"."done_by" IS NULL OR "task"."done_at" IS NOT NULL);
--> statement-breakpoint
-- Tasks are made by the clock: this part of the product reads what they follow from, in every municipality, and writes tasks alone.
DO $do$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['placement','stay','extension','household','household_case','person','facility','unit','bed','stay_rule','user_role','app_user'] LOOP
    EXECUTE format($p$CREATE POLICY tasks_follow_from ON %I FOR SELECT USING ((SELECT app_value('app.system')) = 'tasks')$p$, name);
  END LOOP;
END $do$;
--> statement-breakpoint
CREATE POLICY keep_tasks ON task USING ((SELECT app_value('app.system')) = 'tasks');

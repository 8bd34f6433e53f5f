ALTER TABLE "task" ADD COLUMN "told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "app_user" ADD COLUMN "mailed_tasks" text[] DEFAULT '{overdue,needs_bed,extension,ending,permit}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_mailed_tasks" CHECK ("app_user"."mailed_tasks" <@ ARRAY['overdue','needs_bed','extension','arrival','departure','ending','permit']);
--> statement-breakpoint
-- Tasks from before are no news to anybody.
UPDATE task SET told_at = created_at;
--> statement-breakpoint
CREATE POLICY tell_of_tasks ON outbox_message FOR INSERT WITH CHECK (kind = 'tasks' AND (SELECT app_value('app.system')) = 'tasks');

ALTER TABLE "app_user" DROP CONSTRAINT "app_user_mailed_tasks";--> statement-breakpoint
ALTER TABLE "app_user" ALTER COLUMN "mailed_tasks" SET DEFAULT '{overdue,needs_bed,extension,ending,permit,of_age}'::text[];--> statement-breakpoint
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_mailed_tasks" CHECK ("app_user"."mailed_tasks" <@ ARRAY['overdue','needs_bed','extension','arrival','departure','ending','permit','of_age']);
--> statement-breakpoint
-- Whoever is told when a permit expires is told when a minor comes of age.
UPDATE app_user SET mailed_tasks = mailed_tasks || '{of_age}'::text[] WHERE 'permit' = ANY (mailed_tasks);

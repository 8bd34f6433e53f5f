-- Failures are counted, and forgotten passwords replaced, before anybody is signed in.
CREATE POLICY sign_in_counts ON attempt_count USING (app_value('app.system') = 'sign_in');
--> statement-breakpoint
CREATE POLICY sign_in_resets ON password_reset USING (app_value('app.system') = 'sign_in');
--> statement-breakpoint
-- A password is replaced without its owner being signed in only by the transaction that redeems a reset of the same user.
CREATE POLICY reset_passwords ON user_password FOR UPDATE USING (
  app_value('app.system') = 'sign_in'
  AND EXISTS (SELECT 1 FROM password_reset r WHERE r.user_id = user_password.user_id AND r.used_at = now()));
--> statement-breakpoint
CREATE POLICY queue_messages ON outbox_message FOR INSERT WITH CHECK (app_value('app.system') = 'sign_in');
--> statement-breakpoint
CREATE POLICY read_messages ON outbox_message FOR SELECT USING (app_value('app.system') = 'mail');
--> statement-breakpoint
CREATE POLICY settle_messages ON outbox_message FOR UPDATE USING (app_value('app.system') = 'mail');
--> statement-breakpoint
CREATE POLICY mail_users ON app_user FOR SELECT USING (app_value('app.system') = 'mail');
--> statement-breakpoint
CREATE POLICY forget_messages ON outbox_message FOR DELETE USING (app_value('app.system') = 'mail');
--> statement-breakpoint
-- A stable function keeps the snapshot of the statement around it: while a restore empties and fills the tables, a request that waited
-- for it would find no tokens.
ALTER FUNCTION token_bearer(text) VOLATILE;

-- Whoever listens on this channel hears of every change as it is committed: which kind, in which municipality, which record; never what it
-- says. Everything that is written is audited in the same transaction, so the audit is the one place to tell it from. Readings are not told,
-- nor is what the owner does, as when a backup is brought back.
CREATE FUNCTION tell_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kind text := split_part(NEW.action, '.', 1);
  told text := NEW.subject_id;
  hidden uuid;
BEGIN
  IF NEW.subject_id !~ '^[0-9a-f-]{36}$' OR kind IN ('case', 'referral', 'import') THEN
    told := NULL;
  ELSIF kind IN ('placement', 'extension') THEN
    SELECT protected_for INTO hidden FROM placement WHERE id = NEW.subject_id::uuid;
    -- Under the policies of whoever changed it: what they do not find is told without its id.
    IF NOT FOUND THEN told := NULL; END IF;
  ELSIF kind = 'household' THEN
    SELECT protected_for INTO hidden FROM household WHERE id = NEW.subject_id::uuid;
    IF NOT FOUND THEN told := NULL; END IF;
  END IF;
  PERFORM pg_notify('postoletto_changes', json_build_object('municipality', NEW.municipality_id, 'action', NEW.action, 'id', told, 'hiddenFor', hidden)::text);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_entry_tell_change AFTER INSERT ON audit_entry FOR EACH ROW
  WHEN (coalesce(current_setting('app.actor', true), '') <> '' AND NEW.action NOT LIKE '%.read' AND NEW.action NOT LIKE 'export.%')
  EXECUTE FUNCTION tell_change();
--> statement-breakpoint
-- Tasks are kept by a job, which writes no audit of its own. The same words in one transaction are told once.
CREATE FUNCTION tell_tasks_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('postoletto_changes', json_build_object('municipality', NEW.municipality_id, 'action', 'task.kept', 'id', NULL, 'hiddenFor', NULL)::text);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER task_tell_kept AFTER INSERT OR UPDATE ON task FOR EACH ROW
  WHEN (coalesce(current_setting('app.actor', true), '') <> '')
  EXECUTE FUNCTION tell_tasks_kept();

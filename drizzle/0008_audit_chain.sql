-- Readings and writings are noted where the actor has something to do; without a municipality by whoever has a role in the whole
-- network, and by named parts of the product.
DROP POLICY add_entries ON audit_entry;
--> statement-breakpoint
CREATE POLICY add_entries ON audit_entry FOR INSERT WITH CHECK (
  actor_id = (SELECT app_value('app.actor'))
  AND (coalesce(municipality_id, 'network') = ANY ((SELECT app_list('app.reached'))::text[]) OR (SELECT app_value('app.system')) IS NOT NULL));
--> statement-breakpoint
DROP POLICY read_entries ON audit_entry;
--> statement-breakpoint
CREATE POLICY read_entries ON audit_entry FOR SELECT USING (
  municipality_id = ANY ((SELECT app_list('app.administered'))::text[])
  OR (municipality_id IS NULL AND 'network' = ANY ((SELECT app_list('app.administered'))::text[])));
--> statement-breakpoint
CREATE POLICY seal_entries ON audit_entry FOR SELECT USING ((SELECT app_value('app.system')) = 'audit');
--> statement-breakpoint
CREATE POLICY read_seals ON audit_seal FOR SELECT USING (chain = ANY ((SELECT app_list('app.administered'))::text[]));
--> statement-breakpoint
CREATE POLICY walk_seals ON audit_seal FOR SELECT USING ((SELECT app_value('app.system')) = 'audit');
--> statement-breakpoint
CREATE POLICY add_seals ON audit_seal FOR INSERT WITH CHECK ((SELECT app_value('app.system')) = 'audit');
--> statement-breakpoint
CREATE TRIGGER audit_seal_only_added BEFORE UPDATE OR DELETE ON audit_seal FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Triggers bind the owner too: whoever empties these tables must say so first.
CREATE TRIGGER audit_entry_never_emptied BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_seal_never_emptied BEFORE TRUNCATE ON audit_seal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Whoever reads the audit of a municipality must learn who acted there, also where that person's roles are out of sight.
CREATE FUNCTION actor_names(ids text[]) RETURNS TABLE (id text, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.id::text, u.name FROM app_user u
  WHERE u.id = ANY (ARRAY(SELECT given::uuid FROM unnest(ids) AS given WHERE given ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'))
    AND cardinality(app_list('app.administered')) > 0
$$;
--> statement-breakpoint
-- A task names a household and a placement: it is there for those who find both.
DROP POLICY tasks ON task;
--> statement-breakpoint
CREATE POLICY tasks ON task USING (
  municipality_id = ANY ((SELECT app_list('app.people'))::text[])
  AND (household_id IS NULL OR EXISTS (SELECT 1 FROM household h WHERE h.id = task.household_id))
  AND (placement_id IS NULL OR EXISTS (SELECT 1 FROM placement p WHERE p.id = task.placement_id)));

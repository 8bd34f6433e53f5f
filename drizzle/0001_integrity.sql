CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
-- Nothing overlaps a stay, a spare bed, a live offer or a turnaround.
ALTER TABLE bed_block ADD CONSTRAINT bed_block_one_at_a_time
  EXCLUDE USING gist (bed_id WITH =, during WITH &&) WHERE (kind <> 'closure');
--> statement-breakpoint
-- Closures may overlap closures and turnaround, and nothing else.
ALTER TABLE bed_block ADD CONSTRAINT bed_block_not_while_closed
  EXCLUDE USING gist (bed_id WITH =, during WITH &&, (CASE WHEN kind = 'closure' THEN 1 ELSE 0 END) WITH <>) WHERE (kind <> 'turnaround');
--> statement-breakpoint
-- A unit let whole belongs to one placement at a time, whatever beds it has.
ALTER TABLE bed_block ADD CONSTRAINT bed_block_whole_unit_alone
  EXCLUDE USING gist (unit_id WITH =, placement_id WITH <>, during WITH &&) WHERE (whole_unit AND kind <> 'closure');
--> statement-breakpoint
-- A person is in one place at a time.
ALTER TABLE stay ADD CONSTRAINT stay_one_place_per_person
  EXCLUDE USING gist (person_id WITH =, during WITH &&) WHERE (status IN ('planned', 'in_house', 'ended'));
--> statement-breakpoint
-- A bed has one person a night, also when a stay was written without its block.
ALTER TABLE stay ADD CONSTRAINT stay_one_person_per_bed_night
  EXCLUDE USING gist (bed_id WITH =, during WITH &&) WHERE (status IN ('planned', 'in_house', 'ended'));
--> statement-breakpoint
-- Whoever has not left is in the bed, whatever the planned exit was.
CREATE UNIQUE INDEX stay_one_in_house_per_bed ON stay (bed_id) WHERE status = 'in_house';
--> statement-breakpoint
CREATE UNIQUE INDEX stay_one_in_house_per_person ON stay (person_id) WHERE status = 'in_house';
--> statement-breakpoint
CREATE INDEX stay_in_house ON stay (municipality_id, exit) WHERE status = 'in_house';
--> statement-breakpoint
ALTER TABLE membership ADD CONSTRAINT membership_one_household_at_a_time
  EXCLUDE USING gist (person_id WITH =, during WITH &&);
--> statement-breakpoint
-- Two versions of a rule with the same scope are never in force on the same day.
ALTER TABLE stay_rule ADD CONSTRAINT stay_rule_one_in_force
  EXCLUDE USING gist (municipality_id WITH =, scope WITH =, during WITH &&);
--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_entry_only_added BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();

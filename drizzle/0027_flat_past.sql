-- membership_of_person_in_household begins with the same column, and answers by itself which household somebody belongs to.
DROP INDEX "membership_of_person";
--> statement-breakpoint
-- Who slept in these units in a month of the past: few stays, however many there are. Left to itself the planner reads all placements
-- and all people of every year to join them (with 500,000 stays in 220 ms what the keys give in 15).
ALTER FUNCTION stays_in_units(uuid[], date, date) SET enable_hashjoin = off SET enable_mergejoin = off SET max_parallel_workers_per_gather = 0;

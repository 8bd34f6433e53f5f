CREATE TABLE "bed" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"external_id" text,
	"name" text NOT NULL,
	"kind" text DEFAULT 'single' NOT NULL,
	"opens_on" date,
	"closes_on" date,
	"position" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "bed_tenant" UNIQUE("id","municipality_id"),
	CONSTRAINT "bed_in_unit" UNIQUE("id","unit_id"),
	CONSTRAINT "bed_external" UNIQUE("municipality_id","external_id"),
	CONSTRAINT "bed_name" UNIQUE("unit_id","name")
);
--> statement-breakpoint
CREATE TABLE "closure" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" text NOT NULL,
	"bed_id" uuid,
	"unit_id" uuid,
	"facility_id" uuid,
	"from_day" date NOT NULL,
	"until_day" date NOT NULL,
	"reason" text NOT NULL,
	"note" text,
	"cancelled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "closure_tenant" UNIQUE("id","municipality_id"),
	CONSTRAINT "closure_of_one_thing" CHECK (num_nonnulls("closure"."bed_id", "closure"."unit_id", "closure"."facility_id") = 1),
	CONSTRAINT "closure_has_a_day" CHECK ("closure"."until_day" > "closure"."from_day")
);
--> statement-breakpoint
CREATE TABLE "facility" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" text NOT NULL,
	"external_id" text,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"address" text,
	"address_protected" boolean DEFAULT false NOT NULL,
	"gender_policy" text,
	"features" text[] DEFAULT '{}'::text[] NOT NULL,
	"conditions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"turnaround_days" integer,
	"turnaround_working" boolean,
	"opens_on" date NOT NULL,
	"closes_on" date,
	"organisation_id" uuid,
	"programme_id" uuid,
	"confirmed_at" timestamp with time zone,
	"confirmed_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "facility_tenant" UNIQUE("id","municipality_id"),
	CONSTRAINT "facility_external" UNIQUE("municipality_id","external_id"),
	CONSTRAINT "facility_opens_before_it_closes" CHECK ("facility"."closes_on" IS NULL OR "facility"."closes_on" > "facility"."opens_on"),
	CONSTRAINT "facility_turnaround_whole" CHECK (("facility"."turnaround_days" IS NULL) = ("facility"."turnaround_working" IS NULL))
);
--> statement-breakpoint
CREATE TABLE "flat" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" text NOT NULL,
	"facility_id" uuid NOT NULL,
	"name" text NOT NULL,
	"gender_policy" text,
	CONSTRAINT "flat_tenant" UNIQUE("id","municipality_id"),
	CONSTRAINT "flat_name" UNIQUE("facility_id","name")
);
--> statement-breakpoint
CREATE TABLE "unit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" text NOT NULL,
	"facility_id" uuid NOT NULL,
	"flat_id" uuid,
	"external_id" text,
	"name" text NOT NULL,
	"letting" text NOT NULL,
	"gender_policy" text,
	"features" text[] DEFAULT '{}'::text[] NOT NULL,
	"conditions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"opens_on" date,
	"closes_on" date,
	"position" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "unit_tenant" UNIQUE("id","municipality_id"),
	CONSTRAINT "unit_external" UNIQUE("municipality_id","external_id")
);
--> statement-breakpoint
CREATE TABLE "household" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" text NOT NULL,
	"protected_for" uuid,
	"external_id" text,
	"number" integer NOT NULL,
	"name" text,
	"phone" text,
	"language" text,
	"needs" text[] DEFAULT '{}'::text[] NOT NULL,
	"health_needs" "bytea",
	"preferences" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "household_tenant" UNIQUE("id","municipality_id"),
	CONSTRAINT "household_number" UNIQUE("municipality_id","number"),
	CONSTRAINT "household_external" UNIQUE("municipality_id","external_id")
);
--> statement-breakpoint
CREATE TABLE "household_case" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" text NOT NULL,
	"protected_for" uuid,
	"household_id" uuid NOT NULL,
	"programme_id" uuid NOT NULL,
	"from_day" date NOT NULL,
	"until_day" date,
	"social_worker_id" uuid,
	"outcome" text,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "household_counter" (
	"municipality_id" text PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" text NOT NULL,
	"protected_for" uuid,
	"household_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"from_day" date NOT NULL,
	"until_day" date,
	"position" integer NOT NULL,
	"during" daterange GENERATED ALWAYS AS (daterange(from_day, until_day, '[)')) STORED,
	CONSTRAINT "membership_in_order" CHECK ("membership"."until_day" IS NULL OR "membership"."until_day" >= "membership"."from_day")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" text NOT NULL,
	"protected_for" uuid,
	"external_id" text,
	"given_name" text NOT NULL,
	"family_name" text NOT NULL,
	"birth_date" date NOT NULL,
	"gender" text NOT NULL,
	"citizenship" text,
	"fiscal_code" "bytea",
	"fiscal_code_hash" text,
	"permit_kind" text,
	"permit_expires_on" date,
	"permit_renewal_requested_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "person_tenant" UNIQUE("id","municipality_id"),
	CONSTRAINT "person_external" UNIQUE("municipality_id","external_id"),
	CONSTRAINT "person_permit_whole" CHECK (("person"."permit_kind" IS NULL) = ("person"."permit_expires_on" IS NULL))
);
--> statement-breakpoint
CREATE TABLE "referral" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" text NOT NULL,
	"protected_for" uuid,
	"household_id" uuid NOT NULL,
	"source" text NOT NULL,
	"urgency" integer NOT NULL,
	"received_on" date NOT NULL,
	"note" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "referral_urgency" CHECK ("referral"."urgency" BETWEEN 1 AND 3)
);
--> statement-breakpoint
CREATE TABLE "municipal_holiday" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" text NOT NULL,
	"name" text NOT NULL,
	"month_day" text,
	"days_after_easter" integer,
	"on_day" date,
	CONSTRAINT "municipal_holiday_one_kind" CHECK (num_nonnulls("municipal_holiday"."month_day", "municipal_holiday"."days_after_easter", "municipal_holiday"."on_day") = 1)
);
--> statement-breakpoint
CREATE TABLE "municipality" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"province" text NOT NULL,
	"region" text NOT NULL,
	"istat_code" text NOT NULL,
	"in_network" boolean DEFAULT false NOT NULL,
	CONSTRAINT "municipality_istat_code_unique" UNIQUE("istat_code")
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" text NOT NULL,
	"name" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "organisation_tenant" UNIQUE("id","municipality_id"),
	CONSTRAINT "organisation_name" UNIQUE("municipality_id","name")
);
--> statement-breakpoint
CREATE TABLE "programme" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"cup" text,
	"starts_on" date,
	"ends_on" date,
	"conditions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "programme_tenant" UNIQUE("id","municipality_id"),
	CONSTRAINT "programme_code" UNIQUE("municipality_id","code")
);
--> statement-breakpoint
CREATE TABLE "bed_block" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" text NOT NULL,
	"bed_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"from_day" date NOT NULL,
	"until_day" date NOT NULL,
	"placement_id" uuid,
	"stay_id" uuid,
	"closure_id" uuid,
	"offer_id" uuid,
	"whole_unit" boolean DEFAULT false NOT NULL,
	"expires_at" timestamp with time zone,
	"during" daterange GENERATED ALWAYS AS (daterange(from_day, until_day, '[)')) STORED,
	CONSTRAINT "bed_block_has_a_night" CHECK ("bed_block"."until_day" > "bed_block"."from_day"),
	CONSTRAINT "bed_block_of_one_thing" CHECK (num_nonnulls("bed_block"."placement_id", "bed_block"."closure_id", "bed_block"."offer_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "placement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" text NOT NULL,
	"protected_for" uuid,
	"external_id" text,
	"household_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"rule_id" uuid,
	"status" text NOT NULL,
	"arrival" date NOT NULL,
	"exit" date NOT NULL,
	"latest_exit" date,
	"turnaround_days" integer,
	"turnaround_working" boolean,
	"split_reason" text,
	"override" jsonb,
	"closing_reason" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "placement_tenant" UNIQUE("id","municipality_id"),
	CONSTRAINT "placement_external" UNIQUE("municipality_id","external_id"),
	CONSTRAINT "placement_in_order" CHECK ("placement"."exit" >= "placement"."arrival")
);
--> statement-breakpoint
CREATE TABLE "stay" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" text NOT NULL,
	"protected_for" uuid,
	"placement_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"bed_id" uuid,
	"status" text NOT NULL,
	"arrival" date NOT NULL,
	"exit" date NOT NULL,
	"planned_exit" date NOT NULL,
	"departure_reason" text,
	"destination" text,
	"overstay_nights" integer DEFAULT 0 NOT NULL,
	"during" daterange GENERATED ALWAYS AS (daterange(arrival, exit, '[)')) STORED,
	CONSTRAINT "stay_tenant" UNIQUE("id","municipality_id"),
	CONSTRAINT "stay_in_order" CHECK ("stay"."exit" >= "stay"."arrival"),
	CONSTRAINT "stay_has_a_bed" CHECK ("stay"."bed_id" IS NOT NULL OR "stay"."status" NOT IN ('planned', 'in_house', 'ended'))
);
--> statement-breakpoint
CREATE TABLE "stay_rule" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" text NOT NULL,
	"kind" text,
	"facility_id" uuid,
	"programme_id" uuid,
	"scope" text GENERATED ALWAYS AS (coalesce(facility_id::text, '') || '|' || coalesce(kind, '') || '|' || coalesce(programme_id::text, '')) STORED NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"during" daterange GENERATED ALWAYS AS (daterange(valid_from, valid_until, '[)')) STORED,
	"max_stay" jsonb,
	"counting" text NOT NULL,
	"clock_scope" text NOT NULL,
	"clock_group" text,
	"reset_after_days" integer,
	"max_extensions" integer NOT NULL,
	"extension_length" jsonb,
	"turnaround_days" integer,
	"turnaround_working" boolean,
	"notice_days" integer[] NOT NULL,
	"offer_hours" integer,
	"conditions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "stay_rule_tenant" UNIQUE("id","municipality_id")
);
--> statement-breakpoint
CREATE TABLE "task" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" text NOT NULL,
	"kind" text NOT NULL,
	"cause" text NOT NULL,
	"placement_id" uuid,
	"household_id" uuid,
	"facility_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "task_one_per_cause" UNIQUE("municipality_id","kind","cause")
);
--> statement-breakpoint
CREATE TABLE "api_token" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_token_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "app_user" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"language" text DEFAULT 'it' NOT NULL,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "app_user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"municipality_id" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"action" text NOT NULL,
	"subject_id" text NOT NULL,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_key" (
	"actor_id" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer,
	"body" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_key_actor_id_key_pk" PRIMARY KEY("actor_id","key")
);
--> statement-breakpoint
CREATE TABLE "user_password" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user_role" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"municipality_id" text,
	"organisation_id" uuid,
	CONSTRAINT "user_role_once" UNIQUE NULLS NOT DISTINCT("user_id","role","municipality_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "user_session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "bed" ADD CONSTRAINT "bed_unit_id_municipality_id_unit_id_municipality_id_fk" FOREIGN KEY ("unit_id","municipality_id") REFERENCES "public"."unit"("id","municipality_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closure" ADD CONSTRAINT "closure_bed_id_municipality_id_bed_id_municipality_id_fk" FOREIGN KEY ("bed_id","municipality_id") REFERENCES "public"."bed"("id","municipality_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closure" ADD CONSTRAINT "closure_unit_id_municipality_id_unit_id_municipality_id_fk" FOREIGN KEY ("unit_id","municipality_id") REFERENCES "public"."unit"("id","municipality_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closure" ADD CONSTRAINT "closure_facility_id_municipality_id_facility_id_municipality_id_fk" FOREIGN KEY ("facility_id","municipality_id") REFERENCES "public"."facility"("id","municipality_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facility" ADD CONSTRAINT "facility_municipality_id_municipality_code_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facility" ADD CONSTRAINT "facility_organisation_id_municipality_id_organisation_id_municipality_id_fk" FOREIGN KEY ("organisation_id","municipality_id") REFERENCES "public"."organisation"("id","municipality_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facility" ADD CONSTRAINT "facility_programme_id_municipality_id_programme_id_municipality_id_fk" FOREIGN KEY ("programme_id","municipality_id") REFERENCES "public"."programme"("id","municipality_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flat" ADD CONSTRAINT "flat_facility_id_municipality_id_facility_id_municipality_id_fk" FOREIGN KEY ("facility_id","municipality_id") REFERENCES "public"."facility"("id","municipality_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_facility_id_municipality_id_facility_id_municipality_id_fk" FOREIGN KEY ("facility_id","municipality_id") REFERENCES "public"."facility"("id","municipality_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_flat_id_municipality_id_flat_id_municipality_id_fk" FOREIGN KEY ("flat_id","municipality_id") REFERENCES "public"."flat"("id","municipality_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household" ADD CONSTRAINT "household_municipality_id_municipality_code_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_case" ADD CONSTRAINT "household_case_household_id_municipality_id_household_id_municipality_id_fk" FOREIGN KEY ("household_id","municipality_id") REFERENCES "public"."household"("id","municipality_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_case" ADD CONSTRAINT "household_case_programme_id_municipality_id_programme_id_municipality_id_fk" FOREIGN KEY ("programme_id","municipality_id") REFERENCES "public"."programme"("id","municipality_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_counter" ADD CONSTRAINT "household_counter_municipality_id_municipality_code_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_household_id_municipality_id_household_id_municipality_id_fk" FOREIGN KEY ("household_id","municipality_id") REFERENCES "public"."household"("id","municipality_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_municipality_id_person_id_municipality_id_fk" FOREIGN KEY ("person_id","municipality_id") REFERENCES "public"."person"("id","municipality_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_municipality_id_municipality_code_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral" ADD CONSTRAINT "referral_household_id_municipality_id_household_id_municipality_id_fk" FOREIGN KEY ("household_id","municipality_id") REFERENCES "public"."household"("id","municipality_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "municipal_holiday" ADD CONSTRAINT "municipal_holiday_municipality_id_municipality_code_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_municipality_id_municipality_code_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme" ADD CONSTRAINT "programme_municipality_id_municipality_code_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bed_block" ADD CONSTRAINT "bed_block_bed_id_unit_id_bed_id_unit_id_fk" FOREIGN KEY ("bed_id","unit_id") REFERENCES "public"."bed"("id","unit_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bed_block" ADD CONSTRAINT "bed_block_bed_id_municipality_id_bed_id_municipality_id_fk" FOREIGN KEY ("bed_id","municipality_id") REFERENCES "public"."bed"("id","municipality_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bed_block" ADD CONSTRAINT "bed_block_placement_id_municipality_id_placement_id_municipality_id_fk" FOREIGN KEY ("placement_id","municipality_id") REFERENCES "public"."placement"("id","municipality_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_household_id_municipality_id_household_id_municipality_id_fk" FOREIGN KEY ("household_id","municipality_id") REFERENCES "public"."household"("id","municipality_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_unit_id_municipality_id_unit_id_municipality_id_fk" FOREIGN KEY ("unit_id","municipality_id") REFERENCES "public"."unit"("id","municipality_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_rule_id_municipality_id_stay_rule_id_municipality_id_fk" FOREIGN KEY ("rule_id","municipality_id") REFERENCES "public"."stay_rule"("id","municipality_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stay" ADD CONSTRAINT "stay_placement_id_municipality_id_placement_id_municipality_id_fk" FOREIGN KEY ("placement_id","municipality_id") REFERENCES "public"."placement"("id","municipality_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stay" ADD CONSTRAINT "stay_person_id_municipality_id_person_id_municipality_id_fk" FOREIGN KEY ("person_id","municipality_id") REFERENCES "public"."person"("id","municipality_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stay" ADD CONSTRAINT "stay_bed_id_unit_id_bed_id_unit_id_fk" FOREIGN KEY ("bed_id","unit_id") REFERENCES "public"."bed"("id","unit_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stay" ADD CONSTRAINT "stay_bed_id_municipality_id_bed_id_municipality_id_fk" FOREIGN KEY ("bed_id","municipality_id") REFERENCES "public"."bed"("id","municipality_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stay" ADD CONSTRAINT "stay_unit_id_municipality_id_unit_id_municipality_id_fk" FOREIGN KEY ("unit_id","municipality_id") REFERENCES "public"."unit"("id","municipality_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stay_rule" ADD CONSTRAINT "stay_rule_municipality_id_municipality_code_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stay_rule" ADD CONSTRAINT "stay_rule_facility_id_municipality_id_facility_id_municipality_id_fk" FOREIGN KEY ("facility_id","municipality_id") REFERENCES "public"."facility"("id","municipality_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stay_rule" ADD CONSTRAINT "stay_rule_programme_id_municipality_id_programme_id_municipality_id_fk" FOREIGN KEY ("programme_id","municipality_id") REFERENCES "public"."programme"("id","municipality_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_placement_id_municipality_id_placement_id_municipality_id_fk" FOREIGN KEY ("placement_id","municipality_id") REFERENCES "public"."placement"("id","municipality_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_household_id_municipality_id_household_id_municipality_id_fk" FOREIGN KEY ("household_id","municipality_id") REFERENCES "public"."household"("id","municipality_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_municipality_id_municipality_code_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_password" ADD CONSTRAINT "user_password_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_role" ADD CONSTRAINT "user_role_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_role" ADD CONSTRAINT "user_role_municipality_id_municipality_code_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipality"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_role" ADD CONSTRAINT "user_role_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_session" ADD CONSTRAINT "user_session_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bed_of_unit" ON "bed" USING btree ("unit_id","position");--> statement-breakpoint
CREATE INDEX "bed_of_municipality" ON "bed" USING btree ("municipality_id");--> statement-breakpoint
CREATE INDEX "closure_by_municipality" ON "closure" USING btree ("municipality_id","until_day");--> statement-breakpoint
CREATE INDEX "unit_of_facility" ON "unit" USING btree ("facility_id","position");--> statement-breakpoint
CREATE INDEX "unit_of_municipality" ON "unit" USING btree ("municipality_id");--> statement-breakpoint
CREATE INDEX "household_case_of_household" ON "household_case" USING btree ("household_id");--> statement-breakpoint
CREATE INDEX "membership_of_household" ON "membership" USING btree ("household_id","position");--> statement-breakpoint
CREATE INDEX "membership_of_person" ON "membership" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "person_by_fiscal_code" ON "person" USING btree ("municipality_id","fiscal_code_hash");--> statement-breakpoint
CREATE INDEX "referral_of_household" ON "referral" USING btree ("household_id");--> statement-breakpoint
CREATE INDEX "bed_block_of_bed" ON "bed_block" USING btree ("bed_id","until_day","from_day");--> statement-breakpoint
CREATE INDEX "bed_block_of_placement" ON "bed_block" USING btree ("placement_id");--> statement-breakpoint
CREATE INDEX "bed_block_of_closure" ON "bed_block" USING btree ("closure_id");--> statement-breakpoint
CREATE INDEX "placement_of_household" ON "placement" USING btree ("household_id","arrival");--> statement-breakpoint
CREATE INDEX "placement_by_status" ON "placement" USING btree ("municipality_id","status","exit");--> statement-breakpoint
CREATE INDEX "stay_of_placement" ON "stay" USING btree ("placement_id");--> statement-breakpoint
CREATE INDEX "stay_of_unit" ON "stay" USING btree ("unit_id","exit","arrival");--> statement-breakpoint
CREATE INDEX "stay_of_person" ON "stay" USING btree ("person_id","exit");--> statement-breakpoint
CREATE INDEX "stay_rule_of_municipality" ON "stay_rule" USING btree ("municipality_id");--> statement-breakpoint
CREATE INDEX "task_open" ON "task" USING btree ("municipality_id","done_at");--> statement-breakpoint
CREATE INDEX "api_token_user" ON "api_token" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "audit_entry_by_subject" ON "audit_entry" USING btree ("municipality_id","subject_id");--> statement-breakpoint
CREATE INDEX "audit_entry_by_time" ON "audit_entry" USING btree ("municipality_id","at");--> statement-breakpoint
CREATE INDEX "user_session_user" ON "user_session" USING btree ("user_id");
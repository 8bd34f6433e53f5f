ALTER TABLE "stay" ADD COLUMN "overstay_authorised" boolean;--> statement-breakpoint
ALTER TABLE "stay" ADD COLUMN "overstay_note" text;--> statement-breakpoint
ALTER TABLE "stay" ADD CONSTRAINT "stay_overstay_explained" CHECK (("stay"."overstay_authorised" IS NULL) = ("stay"."overstay_note" IS NULL) AND ("stay"."overstay_authorised" IS NULL OR "stay"."overstay_nights" > 0));
CREATE TABLE "events" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"person_id" text NOT NULL,
	"account_id" text,
	"message_id" text,
	"properties" jsonb NOT NULL,
	"rest" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "events_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "rates" (
	"workspace_id" text NOT NULL,
	"currency" text NOT NULL,
	"day" text NOT NULL,
	"rate" double precision NOT NULL,
	CONSTRAINT "rates_workspace_id_currency_day_pk" PRIMARY KEY("workspace_id","currency","day")
);
--> statement-breakpoint
CREATE TABLE "segments" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"segment" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "segments_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "signing_keys" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"algorithm" text NOT NULL,
	"key" text NOT NULL,
	"hint" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "signing_keys_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
DROP INDEX "people_by_account";--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "reporting_spend_minor" bigint;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "sources" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "deflections" ADD COLUMN "reporting_spend_minor" bigint;--> statement-breakpoint
ALTER TABLE "deflections" ADD COLUMN "values_trust" text DEFAULT 'unverified' NOT NULL;--> statement-breakpoint
ALTER TABLE "exposures" ADD COLUMN "reporting_spend_minor" bigint;--> statement-breakpoint
ALTER TABLE "exposures" ADD COLUMN "values_trust" text DEFAULT 'unverified' NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "sources" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "verified_id" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "last_seen_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "reporting_spend_minor" bigint;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "values_trust" text DEFAULT 'unverified' NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "reporting_spend_minor" bigint;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "values_trust" text DEFAULT 'unverified' NOT NULL;--> statement-breakpoint
ALTER TABLE "visitors" ADD COLUMN "signed_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "visitors" ADD COLUMN "last_seen_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "votes" ADD COLUMN "reporting_spend_minor" bigint;--> statement-breakpoint
ALTER TABLE "votes" ADD COLUMN "values_trust" text DEFAULT 'unverified' NOT NULL;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "identity_enforced" boolean;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "unverified_values" text;--> statement-breakpoint
CREATE UNIQUE INDEX "events_by_message" ON "events" USING btree ("workspace_id","message_id");--> statement-breakpoint
CREATE INDEX "events_by_person" ON "events" USING btree ("workspace_id","person_id","name","at");--> statement-breakpoint
CREATE INDEX "events_of_person" ON "events" USING btree ("workspace_id","person_id","at","id");--> statement-breakpoint
CREATE INDEX "events_by_name" ON "events" USING btree ("workspace_id","kind","name","at","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "segments_by_name" ON "segments" USING btree ("workspace_id","name");--> statement-breakpoint
CREATE INDEX "accounts_by_name" ON "accounts" USING btree ("workspace_id",lower((case when "name" <> '' then "name" else "external_id" end) collate "C"),"id");--> statement-breakpoint
CREATE INDEX "accounts_by_spend" ON "accounts" USING btree ("workspace_id","reporting_spend_minor","id");--> statement-breakpoint
CREATE INDEX "accounts_by_since" ON "accounts" USING btree ("workspace_id","customer_since","id");--> statement-breakpoint
CREATE INDEX "accounts_by_id_key" ON "accounts" USING btree ("workspace_id",lower(("external_id") collate "C"));--> statement-breakpoint
CREATE INDEX "deflections_by_person" ON "deflections" USING btree ("workspace_id","person_id","created_at");--> statement-breakpoint
CREATE INDEX "people_by_name" ON "people" USING btree ("workspace_id",lower((case when "name" <> '' then "name" when "email" <> '' then "email" else "user_id" end) collate "C"),"id");--> statement-breakpoint
CREATE INDEX "people_by_since" ON "people" USING btree ("workspace_id","customer_since","id","account_id","verified_id","trust");--> statement-breakpoint
CREATE INDEX "people_by_seen" ON "people" USING btree ("workspace_id","last_seen_at","id");--> statement-breakpoint
CREATE INDEX "people_by_email" ON "people" USING btree ("workspace_id",lower(("email") collate "C"));--> statement-breakpoint
CREATE INDEX "people_by_id_key" ON "people" USING btree ("workspace_id",lower(("user_id") collate "C"));--> statement-breakpoint
CREATE INDEX "people_claims" ON "people" USING btree ("workspace_id","last_seen_at","verified_id") WHERE verified_id is not null;--> statement-breakpoint
CREATE INDEX "visitors_by_person" ON "visitors" USING btree ("workspace_id","person_id");--> statement-breakpoint
CREATE INDEX "people_by_account" ON "people" USING btree ("workspace_id","account_id","verified_id","trust","customer_since","last_seen_at","locale","id");
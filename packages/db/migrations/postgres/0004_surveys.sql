CREATE TABLE "asks" (
	"workspace_id" text NOT NULL,
	"survey_id" text NOT NULL,
	"wave" integer NOT NULL,
	"person_id" text NOT NULL,
	"stratum" text,
	"decided_at" timestamp (3) with time zone NOT NULL,
	"granted_at" timestamp (3) with time zone,
	"exposure_id" text,
	CONSTRAINT "asks_workspace_id_survey_id_wave_person_id_pk" PRIMARY KEY("workspace_id","survey_id","wave","person_id")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"survey_id" text NOT NULL,
	"response_id" text,
	"ticket_id" text,
	"facts" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone,
	CONSTRAINT "notices_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "response_areas" (
	"workspace_id" text NOT NULL,
	"response_id" text NOT NULL,
	"area_id" text NOT NULL,
	CONSTRAINT "response_areas_workspace_id_response_id_area_id_pk" PRIMARY KEY("workspace_id","response_id","area_id")
);
--> statement-breakpoint
CREATE TABLE "shared_results" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"hash" text NOT NULL,
	"survey_id" text NOT NULL,
	"query" text NOT NULL,
	"member_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "shared_results_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "survey_versions" (
	"workspace_id" text NOT NULL,
	"survey_id" text NOT NULL,
	"version" integer NOT NULL,
	"definition" jsonb NOT NULL,
	"member_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "survey_versions_workspace_id_survey_id_version_pk" PRIMARY KEY("workspace_id","survey_id","version")
);
--> statement-breakpoint
CREATE TABLE "survey_waves" (
	"workspace_id" text NOT NULL,
	"survey_id" text NOT NULL,
	"wave" integer NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"strata" jsonb NOT NULL,
	CONSTRAINT "survey_waves_workspace_id_survey_id_wave_pk" PRIMARY KEY("workspace_id","survey_id","wave")
);
--> statement-breakpoint
CREATE TABLE "test_links" (
	"workspace_id" text NOT NULL,
	"hash" text NOT NULL,
	"survey_id" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "test_links_workspace_id_hash_pk" PRIMARY KEY("workspace_id","hash")
);
--> statement-breakpoint
ALTER TABLE "exposures" ADD COLUMN "survey_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "exposures" ADD COLUMN "later" boolean;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "survey_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "starred_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "targeting" jsonb;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "sampling" jsonb;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "alerts" jsonb;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "priority" integer DEFAULT 50 NOT NULL;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "starts_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "ends_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "answer_limit" integer;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "launched_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "updated_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "fatigue" jsonb;--> statement-breakpoint
CREATE INDEX "asks_by_person" ON "asks" USING btree ("workspace_id","person_id");--> statement-breakpoint
CREATE INDEX "notices_by_age" ON "notices" USING btree ("workspace_id","created_at");--> statement-breakpoint
CREATE INDEX "response_areas_by_area" ON "response_areas" USING btree ("workspace_id","area_id");--> statement-breakpoint
CREATE UNIQUE INDEX "shared_results_by_hash" ON "shared_results" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "exposures_by_survey" ON "exposures" USING btree ("workspace_id","survey_id","created_at");--> statement-breakpoint
CREATE INDEX "responses_by_survey" ON "responses" USING btree ("workspace_id","survey_id","created_at","id");
CREATE TABLE "response_frame_columns" (
	"workspace_id" text NOT NULL,
	"version" text NOT NULL,
	"name" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "response_frame_columns_workspace_id_version_name_pk" PRIMARY KEY("workspace_id","version","name")
);
--> statement-breakpoint
CREATE TABLE "response_frames" (
	"workspace_id" text NOT NULL,
	"survey_id" text NOT NULL,
	"of" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"held_until" timestamp (3) with time zone NOT NULL,
	"rows" integer NOT NULL,
	"version" text,
	"traits" jsonb NOT NULL,
	"complete" boolean NOT NULL,
	"stale" boolean NOT NULL,
	"claim" text,
	"claimed_at" timestamp (3) with time zone,
	CONSTRAINT "response_frames_workspace_id_survey_id_of_since_pk" PRIMARY KEY("workspace_id","survey_id","of","since")
);

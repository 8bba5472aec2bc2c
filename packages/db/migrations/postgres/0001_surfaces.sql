CREATE TABLE "attachments" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"ticket_id" text NOT NULL,
	"message_id" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "attachments_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "ideas" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"title" text NOT NULL,
	"body" text,
	"state" text NOT NULL,
	"area_id" text,
	"person_id" text,
	"visitor_hash" text,
	"locale" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ideas_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "votes" (
	"workspace_id" text NOT NULL,
	"idea_id" text NOT NULL,
	"person_id" text NOT NULL,
	"account_id" text,
	"visitor_hash" text NOT NULL,
	"reason" text,
	"plan" text,
	"spend_minor" bigint,
	"currency" text,
	"tenure_days" integer,
	"traits" jsonb NOT NULL,
	"trust" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "votes_workspace_id_idea_id_person_id_pk" PRIMARY KEY("workspace_id","idea_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "responses" ALTER COLUMN "score" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "choices" jsonb;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "form" jsonb;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "person_read_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "privacy_signal" text;--> statement-breakpoint
CREATE INDEX "attachments_by_ticket" ON "attachments" USING btree ("workspace_id","ticket_id","created_at");--> statement-breakpoint
CREATE INDEX "ideas_by_age" ON "ideas" USING btree ("workspace_id","created_at");--> statement-breakpoint
CREATE INDEX "votes_by_person" ON "votes" USING btree ("workspace_id","person_id");--> statement-breakpoint
CREATE INDEX "exposures_by_person" ON "exposures" USING btree ("workspace_id","person_id");
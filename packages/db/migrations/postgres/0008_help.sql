CREATE TABLE "idea_answers" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"idea_id" text NOT NULL,
	"state" text NOT NULL,
	"body" text,
	"member_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idea_answers_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "idea_links" (
	"workspace_id" text NOT NULL,
	"idea_id" text NOT NULL,
	"kind" text NOT NULL,
	"target_id" text NOT NULL,
	"member_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idea_links_workspace_id_idea_id_kind_target_id_pk" PRIMARY KEY("workspace_id","idea_id","kind","target_id")
);
--> statement-breakpoint
CREATE TABLE "mail_stops" (
	"workspace_id" text NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "mail_stops_workspace_id_person_id_kind_pk" PRIMARY KEY("workspace_id","person_id","kind")
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"dedupe_key" text NOT NULL,
	"person_id" text NOT NULL,
	"address" text NOT NULL,
	"locale" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"attempts" integer NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"failure" text,
	CONSTRAINT "mails_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"person_id" text,
	"account_id" text,
	"visitor_hash" text,
	"held_out" boolean NOT NULL,
	"locale" text,
	"text" text NOT NULL,
	"page" jsonb,
	"offered" jsonb NOT NULL,
	"read" jsonb NOT NULL,
	"not_helped" jsonb NOT NULL,
	"outcome" text,
	"target_id" text,
	"plan" text,
	"spend_minor" bigint,
	"currency" text,
	"reporting_spend_minor" bigint,
	"tenure_days" integer,
	"traits" jsonb NOT NULL,
	"trust" text NOT NULL,
	"values_trust" text DEFAULT 'unverified' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "requests_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "votes" ALTER COLUMN "visitor_hash" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "known_issue" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "deflections" ADD COLUMN "request_id" text;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "merged_into_id" text;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "removed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "request_id" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "solved_by_article_id" text;--> statement-breakpoint
ALTER TABLE "votes" ADD COLUMN "member_id" text;--> statement-breakpoint
ALTER TABLE "votes" ADD COLUMN "ticket_id" text;--> statement-breakpoint
ALTER TABLE "votes" ADD COLUMN "from_idea_id" text;--> statement-breakpoint
ALTER TABLE "votes" ADD COLUMN "answers_read_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "help" jsonb;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "idea_account_share" double precision;--> statement-breakpoint
CREATE INDEX "idea_answers_by_idea" ON "idea_answers" USING btree ("workspace_id","idea_id","created_at");--> statement-breakpoint
CREATE INDEX "idea_links_by_target" ON "idea_links" USING btree ("workspace_id","kind","target_id");--> statement-breakpoint
CREATE UNIQUE INDEX "mails_by_dedupe_key" ON "mails" USING btree ("workspace_id","dedupe_key");--> statement-breakpoint
CREATE INDEX "mails_by_due" ON "mails" USING btree ("workspace_id","due_at");--> statement-breakpoint
CREATE INDEX "mails_by_person" ON "mails" USING btree ("workspace_id","person_id");--> statement-breakpoint
CREATE INDEX "requests_by_age" ON "requests" USING btree ("workspace_id","created_at","id");--> statement-breakpoint
CREATE INDEX "requests_by_person" ON "requests" USING btree ("workspace_id","person_id","created_at");--> statement-breakpoint
CREATE INDEX "requests_by_change" ON "requests" USING btree ("workspace_id","updated_at");--> statement-breakpoint
CREATE INDEX "ideas_by_merge" ON "ideas" USING btree ("workspace_id","merged_into_id");--> statement-breakpoint
CREATE INDEX "tickets_by_closure" ON "tickets" USING btree ("workspace_id","closed_at");
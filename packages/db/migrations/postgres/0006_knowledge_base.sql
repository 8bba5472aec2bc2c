CREATE TABLE "article_images" (
	"workspace_id" text NOT NULL,
	"hash" text NOT NULL,
	"type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "article_images_workspace_id_hash_pk" PRIMARY KEY("workspace_id","hash")
);
--> statement-breakpoint
CREATE TABLE "article_redirects" (
	"workspace_id" text NOT NULL,
	"slug" text NOT NULL,
	"to_slug" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "article_redirects_workspace_id_slug_pk" PRIMARY KEY("workspace_id","slug")
);
--> statement-breakpoint
CREATE TABLE "article_revisions" (
	"workspace_id" text NOT NULL,
	"article_id" text NOT NULL,
	"revision" integer NOT NULL,
	"reason" text NOT NULL,
	"content" jsonb NOT NULL,
	"member_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "article_revisions_workspace_id_article_id_revision_pk" PRIMARY KEY("workspace_id","article_id","revision")
);
--> statement-breakpoint
CREATE TABLE "article_verdicts" (
	"workspace_id" text NOT NULL,
	"article_id" text NOT NULL,
	"reader" text NOT NULL,
	"surface" text NOT NULL,
	"helped" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "article_verdicts_workspace_id_article_id_reader_pk" PRIMARY KEY("workspace_id","article_id","reader")
);
--> statement-breakpoint
CREATE TABLE "help_centres" (
	"name" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reader_salts" (
	"workspace_id" text NOT NULL,
	"month" text NOT NULL,
	"salt" text NOT NULL,
	CONSTRAINT "reader_salts_workspace_id_month_pk" PRIMARY KEY("workspace_id","month")
);
--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "summary" text;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "audience" text;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "external_id" text;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "import_hash" text;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "published_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "article_redirects_by_target" ON "article_redirects" USING btree ("workspace_id","to_slug");--> statement-breakpoint
CREATE UNIQUE INDEX "articles_by_external_id" ON "articles" USING btree ("workspace_id","external_id");--> statement-breakpoint
CREATE INDEX "articles_by_age" ON "articles" USING btree ("workspace_id","updated_at","id");
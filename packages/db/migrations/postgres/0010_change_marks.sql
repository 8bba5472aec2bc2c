ALTER TABLE "events" ADD COLUMN "change_mark" bigint;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "change_mark" bigint;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "change_mark" bigint;--> statement-breakpoint
CREATE INDEX "events_by_change" ON "events" USING brin ("workspace_id","change_mark") WITH (pages_per_range=16,autosummarize=true) WHERE change_mark is not null;--> statement-breakpoint
CREATE INDEX "responses_by_change" ON "responses" USING brin ("workspace_id","change_mark") WITH (pages_per_range=16,autosummarize=true) WHERE change_mark is not null;--> statement-breakpoint
CREATE INDEX "tickets_by_change" ON "tickets" USING brin ("workspace_id","change_mark") WITH (pages_per_range=16,autosummarize=true) WHERE change_mark is not null;
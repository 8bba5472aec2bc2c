ALTER TABLE "events" ADD COLUMN "change_mark" bigint;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "change_mark" bigint;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "change_mark" bigint;--> statement-breakpoint
CREATE INDEX "events_by_change" ON "events" USING btree ("workspace_id","change_mark") WHERE change_mark is not null;--> statement-breakpoint
CREATE INDEX "responses_by_change" ON "responses" USING btree ("workspace_id","change_mark") WHERE change_mark is not null;--> statement-breakpoint
CREATE INDEX "tickets_by_change" ON "tickets" USING btree ("workspace_id","change_mark") WHERE change_mark is not null;
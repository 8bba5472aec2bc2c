CREATE TABLE "departed_people" (
	"workspace_id" text NOT NULL,
	"person_id" text NOT NULL,
	"change_mark" bigint,
	CONSTRAINT "departed_people_workspace_id_person_id_pk" PRIMARY KEY("workspace_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "change_mark" bigint;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "change_mark" bigint;--> statement-breakpoint
CREATE INDEX "departed_people_by_change" ON "departed_people" USING btree ("workspace_id","change_mark","person_id");--> statement-breakpoint
CREATE INDEX "accounts_by_change" ON "accounts" USING btree ("workspace_id","change_mark","id");--> statement-breakpoint
CREATE INDEX "people_by_change" ON "people" USING btree ("workspace_id","change_mark","id");
-- Before there were rates, spend was compared in the reporting currency alone; and values were as sure as the speaker.
UPDATE "exposures" SET "values_trust" = "trust", "reporting_spend_minor" = case when "currency" = (select w."currency" from "workspaces" w where w."id" = "exposures"."workspace_id") then "spend_minor" end;
--> statement-breakpoint
UPDATE "responses" SET "values_trust" = "trust", "reporting_spend_minor" = case when "currency" = (select w."currency" from "workspaces" w where w."id" = "responses"."workspace_id") then "spend_minor" end;
--> statement-breakpoint
UPDATE "tickets" SET "values_trust" = "trust", "reporting_spend_minor" = case when "currency" = (select w."currency" from "workspaces" w where w."id" = "tickets"."workspace_id") then "spend_minor" end;
--> statement-breakpoint
UPDATE "deflections" SET "values_trust" = "trust", "reporting_spend_minor" = case when "currency" = (select w."currency" from "workspaces" w where w."id" = "deflections"."workspace_id") then "spend_minor" end;
--> statement-breakpoint
UPDATE "votes" SET "values_trust" = "trust", "reporting_spend_minor" = case when "currency" = (select w."currency" from "workspaces" w where w."id" = "votes"."workspace_id") then "spend_minor" end;
--> statement-breakpoint
UPDATE "accounts" SET "reporting_spend_minor" = case when "currency" = (select w."currency" from "workspaces" w where w."id" = "accounts"."workspace_id") then "spend_minor" end;
--> statement-breakpoint
UPDATE "people" SET "verified_id" = (select v."id" from "people" v where v."workspace_id" = "people"."workspace_id" and v."user_id" = "people"."user_id" and v."trust" = 'verified') WHERE "trust" = 'unverified' and "user_id" is not null;
--> statement-breakpoint
UPDATE "people" SET "last_seen_at" = "updated_at" WHERE "trust" = 'unverified';

CREATE TABLE `asks` (
	`workspace_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`wave` integer NOT NULL,
	`person_id` text NOT NULL,
	`stratum` text,
	`decided_at` integer NOT NULL,
	`granted_at` integer,
	`exposure_id` text,
	PRIMARY KEY(`workspace_id`, `survey_id`, `wave`, `person_id`)
);
--> statement-breakpoint
CREATE INDEX `asks_by_person` ON `asks` (`workspace_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `notices` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`survey_id` text NOT NULL,
	`response_id` text,
	`ticket_id` text,
	`facts` text NOT NULL,
	`created_at` integer NOT NULL,
	`read_at` integer,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `notices_by_age` ON `notices` (`workspace_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `response_areas` (
	`workspace_id` text NOT NULL,
	`response_id` text NOT NULL,
	`area_id` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `response_id`, `area_id`)
);
--> statement-breakpoint
CREATE INDEX `response_areas_by_area` ON `response_areas` (`workspace_id`,`area_id`);--> statement-breakpoint
CREATE TABLE `shared_results` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`hash` text NOT NULL,
	`survey_id` text NOT NULL,
	`query` text NOT NULL,
	`member_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `shared_results_by_hash` ON `shared_results` (`hash`);--> statement-breakpoint
CREATE TABLE `survey_versions` (
	`workspace_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`version` integer NOT NULL,
	`definition` text NOT NULL,
	`member_id` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `survey_id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `survey_waves` (
	`workspace_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`wave` integer NOT NULL,
	`started_at` integer NOT NULL,
	`strata` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `survey_id`, `wave`)
);
--> statement-breakpoint
CREATE TABLE `test_links` (
	`workspace_id` text NOT NULL,
	`hash` text NOT NULL,
	`survey_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `hash`)
);
--> statement-breakpoint
ALTER TABLE `exposures` ADD `survey_version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `exposures` ADD `later` integer;--> statement-breakpoint
CREATE INDEX `exposures_by_survey` ON `exposures` (`workspace_id`,`survey_id`,`created_at`);--> statement-breakpoint
ALTER TABLE `responses` ADD `survey_version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `responses` ADD `starred_at` integer;--> statement-breakpoint
CREATE INDEX `responses_by_survey` ON `responses` (`workspace_id`,`survey_id`,`created_at`,`id`);--> statement-breakpoint
ALTER TABLE `surveys` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `surveys` ADD `targeting` text;--> statement-breakpoint
ALTER TABLE `surveys` ADD `sampling` text;--> statement-breakpoint
ALTER TABLE `surveys` ADD `alerts` text;--> statement-breakpoint
ALTER TABLE `surveys` ADD `priority` integer DEFAULT 50 NOT NULL;--> statement-breakpoint
ALTER TABLE `surveys` ADD `starts_at` integer;--> statement-breakpoint
ALTER TABLE `surveys` ADD `ends_at` integer;--> statement-breakpoint
ALTER TABLE `surveys` ADD `answer_limit` integer;--> statement-breakpoint
ALTER TABLE `surveys` ADD `launched_at` integer;--> statement-breakpoint
ALTER TABLE `surveys` ADD `updated_at` integer;--> statement-breakpoint
ALTER TABLE `workspaces` ADD `fatigue` text;
CREATE TABLE `attachments` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`ticket_id` text NOT NULL,
	`message_id` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`bytes` blob NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `attachments_by_ticket` ON `attachments` (`workspace_id`,`ticket_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `ideas` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`title` text NOT NULL,
	`body` text,
	`state` text NOT NULL,
	`area_id` text,
	`person_id` text,
	`visitor_hash` text,
	`locale` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `ideas_by_age` ON `ideas` (`workspace_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `votes` (
	`workspace_id` text NOT NULL,
	`idea_id` text NOT NULL,
	`person_id` text NOT NULL,
	`account_id` text,
	`visitor_hash` text NOT NULL,
	`reason` text,
	`plan` text,
	`spend_minor` integer,
	`currency` text,
	`tenure_days` integer,
	`traits` text NOT NULL,
	`trust` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `idea_id`, `person_id`)
);
--> statement-breakpoint
CREATE INDEX `votes_by_person` ON `votes` (`workspace_id`,`person_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_responses` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`survey_id` text NOT NULL,
	`exposure_id` text,
	`person_id` text NOT NULL,
	`account_id` text,
	`score` integer,
	`choices` text,
	`comment` text,
	`page` text,
	`locale` text,
	`plan` text,
	`spend_minor` integer,
	`currency` text,
	`tenure_days` integer,
	`traits` text NOT NULL,
	`trust` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
INSERT INTO `__new_responses`("workspace_id", "id", "survey_id", "exposure_id", "person_id", "account_id", "score", "choices", "comment", "page", "locale", "plan", "spend_minor", "currency", "tenure_days", "traits", "trust", "created_at", "updated_at") SELECT "workspace_id", "id", "survey_id", "exposure_id", "person_id", "account_id", "score", NULL, "comment", "page", "locale", "plan", "spend_minor", "currency", "tenure_days", "traits", "trust", "created_at", "updated_at" FROM `responses`;--> statement-breakpoint
DROP TABLE `responses`;--> statement-breakpoint
ALTER TABLE `__new_responses` RENAME TO `responses`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `responses_by_age` ON `responses` (`workspace_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `responses_by_person` ON `responses` (`workspace_id`,`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `responses_by_exposure` ON `responses` (`workspace_id`,`exposure_id`);--> statement-breakpoint
ALTER TABLE `surveys` ADD `form` text;--> statement-breakpoint
ALTER TABLE `tickets` ADD `person_read_at` integer;--> statement-breakpoint
ALTER TABLE `workspaces` ADD `privacy_signal` text;--> statement-breakpoint
CREATE INDEX `exposures_by_person` ON `exposures` (`workspace_id`,`person_id`);
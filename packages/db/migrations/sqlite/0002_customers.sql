CREATE TABLE `events` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`person_id` text NOT NULL,
	`account_id` text,
	`message_id` text,
	`properties` text NOT NULL,
	`rest` text NOT NULL,
	`at` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `events_by_message` ON `events` (`workspace_id`,`message_id`);--> statement-breakpoint
CREATE INDEX `events_by_person` ON `events` (`workspace_id`,`person_id`,`name`,`at`);--> statement-breakpoint
CREATE INDEX `events_of_person` ON `events` (`workspace_id`,`person_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `events_by_name` ON `events` (`workspace_id`,`kind`,`name`,`at`,`person_id`);--> statement-breakpoint
CREATE TABLE `rates` (
	`workspace_id` text NOT NULL,
	`currency` text NOT NULL,
	`day` text NOT NULL,
	`rate` real NOT NULL,
	PRIMARY KEY(`workspace_id`, `currency`, `day`)
);
--> statement-breakpoint
CREATE TABLE `segments` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`segment` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `segments_by_name` ON `segments` (`workspace_id`,`name`);--> statement-breakpoint
CREATE TABLE `signing_keys` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`algorithm` text NOT NULL,
	`key` text NOT NULL,
	`hint` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	`revoked_at` integer,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
DROP INDEX `people_by_account`;--> statement-breakpoint
ALTER TABLE `people` ADD `sources` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `verified_id` text;--> statement-breakpoint
ALTER TABLE `people` ADD `last_seen_at` integer;--> statement-breakpoint
CREATE INDEX `people_by_name` ON `people` (`workspace_id`,lower(case when "name" <> '' then "name" when "email" <> '' then "email" else "user_id" end),`id`);--> statement-breakpoint
CREATE INDEX `people_by_since` ON `people` (`workspace_id`,`customer_since`,`id`,`account_id`,`verified_id`,`trust`);--> statement-breakpoint
CREATE INDEX `people_by_seen` ON `people` (`workspace_id`,`last_seen_at`,`id`);--> statement-breakpoint
CREATE INDEX `people_by_email` ON `people` (`workspace_id`,lower("email"));--> statement-breakpoint
CREATE INDEX `people_by_id_key` ON `people` (`workspace_id`,lower("user_id"));--> statement-breakpoint
CREATE INDEX `people_claims` ON `people` (`workspace_id`,`last_seen_at`,`verified_id`) WHERE verified_id is not null;--> statement-breakpoint
CREATE INDEX `people_by_account` ON `people` (`workspace_id`,`account_id`,`verified_id`,`trust`,`customer_since`,`last_seen_at`,`locale`,`id`);--> statement-breakpoint
ALTER TABLE `accounts` ADD `reporting_spend_minor` integer;--> statement-breakpoint
ALTER TABLE `accounts` ADD `sources` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX `accounts_by_name` ON `accounts` (`workspace_id`,lower(case when "name" <> '' then "name" else "external_id" end),`id`);--> statement-breakpoint
CREATE INDEX `accounts_by_spend` ON `accounts` (`workspace_id`,`reporting_spend_minor`,`id`);--> statement-breakpoint
CREATE INDEX `accounts_by_since` ON `accounts` (`workspace_id`,`customer_since`,`id`);--> statement-breakpoint
CREATE INDEX `accounts_by_id_key` ON `accounts` (`workspace_id`,lower("external_id"));--> statement-breakpoint
ALTER TABLE `deflections` ADD `reporting_spend_minor` integer;--> statement-breakpoint
ALTER TABLE `deflections` ADD `values_trust` text DEFAULT 'unverified' NOT NULL;--> statement-breakpoint
CREATE INDEX `deflections_by_person` ON `deflections` (`workspace_id`,`person_id`,`created_at`);--> statement-breakpoint
ALTER TABLE `exposures` ADD `reporting_spend_minor` integer;--> statement-breakpoint
ALTER TABLE `exposures` ADD `values_trust` text DEFAULT 'unverified' NOT NULL;--> statement-breakpoint
ALTER TABLE `responses` ADD `reporting_spend_minor` integer;--> statement-breakpoint
ALTER TABLE `responses` ADD `values_trust` text DEFAULT 'unverified' NOT NULL;--> statement-breakpoint
ALTER TABLE `tickets` ADD `reporting_spend_minor` integer;--> statement-breakpoint
ALTER TABLE `tickets` ADD `values_trust` text DEFAULT 'unverified' NOT NULL;--> statement-breakpoint
ALTER TABLE `visitors` ADD `signed_until` integer;--> statement-breakpoint
ALTER TABLE `visitors` ADD `last_seen_at` integer;--> statement-breakpoint
CREATE INDEX `visitors_by_person` ON `visitors` (`workspace_id`,`person_id`);--> statement-breakpoint
ALTER TABLE `votes` ADD `reporting_spend_minor` integer;--> statement-breakpoint
ALTER TABLE `votes` ADD `values_trust` text DEFAULT 'unverified' NOT NULL;--> statement-breakpoint
ALTER TABLE `workspaces` ADD `identity_enforced` integer;--> statement-breakpoint
ALTER TABLE `workspaces` ADD `unverified_values` text;
CREATE TABLE `idea_answers` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`idea_id` text NOT NULL,
	`state` text NOT NULL,
	`body` text,
	`member_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `idea_answers_by_idea` ON `idea_answers` (`workspace_id`,`idea_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `idea_links` (
	`workspace_id` text NOT NULL,
	`idea_id` text NOT NULL,
	`kind` text NOT NULL,
	`target_id` text NOT NULL,
	`member_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `idea_id`, `kind`, `target_id`)
);
--> statement-breakpoint
CREATE INDEX `idea_links_by_target` ON `idea_links` (`workspace_id`,`kind`,`target_id`);--> statement-breakpoint
CREATE TABLE `mail_stops` (
	`workspace_id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `person_id`, `kind`)
);
--> statement-breakpoint
CREATE TABLE `mails` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`dedupe_key` text NOT NULL,
	`person_id` text NOT NULL,
	`address` text NOT NULL,
	`locale` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	`due_at` integer,
	`attempts` integer NOT NULL,
	`sent_at` integer,
	`failure` text,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mails_by_dedupe_key` ON `mails` (`workspace_id`,`dedupe_key`);--> statement-breakpoint
CREATE INDEX `mails_by_due` ON `mails` (`workspace_id`,`due_at`);--> statement-breakpoint
CREATE INDEX `mails_by_person` ON `mails` (`workspace_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `requests` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`person_id` text,
	`account_id` text,
	`visitor_hash` text,
	`held_out` integer NOT NULL,
	`locale` text,
	`text` text NOT NULL,
	`page` text,
	`offered` text NOT NULL,
	`read` text NOT NULL,
	`not_helped` text NOT NULL,
	`outcome` text,
	`target_id` text,
	`plan` text,
	`spend_minor` integer,
	`currency` text,
	`reporting_spend_minor` integer,
	`tenure_days` integer,
	`traits` text NOT NULL,
	`trust` text NOT NULL,
	`values_trust` text DEFAULT 'unverified' NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `requests_by_age` ON `requests` (`workspace_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `requests_by_person` ON `requests` (`workspace_id`,`person_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `requests_by_change` ON `requests` (`workspace_id`,`updated_at`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_votes` (
	`workspace_id` text NOT NULL,
	`idea_id` text NOT NULL,
	`person_id` text NOT NULL,
	`account_id` text,
	`visitor_hash` text,
	`member_id` text,
	`ticket_id` text,
	`from_idea_id` text,
	`reason` text,
	`answers_read_at` integer,
	`plan` text,
	`spend_minor` integer,
	`currency` text,
	`reporting_spend_minor` integer,
	`tenure_days` integer,
	`traits` text NOT NULL,
	`trust` text NOT NULL,
	`values_trust` text DEFAULT 'unverified' NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `idea_id`, `person_id`)
);
--> statement-breakpoint
INSERT INTO `__new_votes`("workspace_id", "idea_id", "person_id", "account_id", "visitor_hash", "reason", "plan", "spend_minor", "currency", "reporting_spend_minor", "tenure_days", "traits", "trust", "values_trust", "created_at") SELECT "workspace_id", "idea_id", "person_id", "account_id", "visitor_hash", "reason", "plan", "spend_minor", "currency", "reporting_spend_minor", "tenure_days", "traits", "trust", "values_trust", "created_at" FROM `votes`;--> statement-breakpoint
DROP TABLE `votes`;--> statement-breakpoint
ALTER TABLE `__new_votes` RENAME TO `votes`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `votes_by_person` ON `votes` (`workspace_id`,`person_id`);--> statement-breakpoint
ALTER TABLE `articles` ADD `known_issue` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `deflections` ADD `request_id` text;--> statement-breakpoint
ALTER TABLE `ideas` ADD `merged_into_id` text;--> statement-breakpoint
CREATE INDEX `ideas_by_merge` ON `ideas` (`workspace_id`,`merged_into_id`);--> statement-breakpoint
ALTER TABLE `members` ADD `removed_at` integer;--> statement-breakpoint
ALTER TABLE `tickets` ADD `request_id` text;--> statement-breakpoint
ALTER TABLE `tickets` ADD `solved_by_article_id` text;--> statement-breakpoint
CREATE INDEX `tickets_by_closure` ON `tickets` (`workspace_id`,`closed_at`);--> statement-breakpoint
ALTER TABLE `workspaces` ADD `help` text;--> statement-breakpoint
ALTER TABLE `workspaces` ADD `idea_account_share` real;
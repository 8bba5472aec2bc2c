CREATE TABLE `accounts` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`external_id` text NOT NULL,
	`trust` text NOT NULL,
	`name` text,
	`plan` text,
	`spend_minor` integer,
	`currency` text,
	`seats` integer,
	`traits` text NOT NULL,
	`customer_since` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_by_external_id` ON `accounts` (`workspace_id`,`external_id`,`trust`);--> statement-breakpoint
CREATE TABLE `areas` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `areas_by_name` ON `areas` (`workspace_id`,`name`);--> statement-breakpoint
CREATE TABLE `articles` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`slug` text NOT NULL,
	`locale` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`area_id` text,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `articles_by_slug` ON `articles` (`workspace_id`,`slug`,`locale`);--> statement-breakpoint
CREATE TABLE `deflections` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`article_id` text NOT NULL,
	`person_id` text NOT NULL,
	`account_id` text,
	`text` text NOT NULL,
	`page` text,
	`plan` text,
	`spend_minor` integer,
	`currency` text,
	`tenure_days` integer,
	`traits` text NOT NULL,
	`trust` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `deflections_by_age` ON `deflections` (`workspace_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `exposures` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`survey_id` text NOT NULL,
	`person_id` text NOT NULL,
	`account_id` text,
	`page` text,
	`plan` text,
	`spend_minor` integer,
	`currency` text,
	`tenure_days` integer,
	`traits` text NOT NULL,
	`trust` text NOT NULL,
	`created_at` integer NOT NULL,
	`dismissed_at` integer,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `exposures_by_age` ON `exposures` (`workspace_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `keys` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`hash` text NOT NULL,
	`hint` text NOT NULL,
	`origins` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `keys_by_hash` ON `keys` (`hash`);--> statement-breakpoint
CREATE TABLE `members` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`password_hash` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `members_by_email` ON `members` (`email`);--> statement-breakpoint
CREATE TABLE `messages` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`ticket_id` text NOT NULL,
	`member_id` text,
	`note` integer NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `messages_by_ticket` ON `messages` (`workspace_id`,`ticket_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `people` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`user_id` text,
	`trust` text NOT NULL,
	`account_id` text,
	`name` text,
	`email` text,
	`locale` text,
	`traits` text NOT NULL,
	`customer_since` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_by_user_id` ON `people` (`workspace_id`,`user_id`,`trust`);--> statement-breakpoint
CREATE INDEX `people_by_account` ON `people` (`workspace_id`,`account_id`);--> statement-breakpoint
CREATE TABLE `responses` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`survey_id` text NOT NULL,
	`exposure_id` text,
	`person_id` text NOT NULL,
	`account_id` text,
	`score` integer NOT NULL,
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
CREATE INDEX `responses_by_age` ON `responses` (`workspace_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `responses_by_person` ON `responses` (`workspace_id`,`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `responses_by_exposure` ON `responses` (`workspace_id`,`exposure_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`hash` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`member_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sign_in_links` (
	`hash` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`member_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE TABLE `surveys` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`texts` text NOT NULL,
	`trigger` text NOT NULL,
	`repeat_after_days` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `tickets` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`person_id` text NOT NULL,
	`account_id` text,
	`visitor_hash` text,
	`preview` text NOT NULL,
	`area_id` text,
	`assignee_id` text,
	`context` text NOT NULL,
	`articles_offered` text NOT NULL,
	`articles_read` text NOT NULL,
	`plan` text,
	`spend_minor` integer,
	`currency` text,
	`tenure_days` integer,
	`traits` text NOT NULL,
	`trust` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_message_at` integer NOT NULL,
	`awaiting_reply` integer NOT NULL,
	`first_response_ms` integer,
	`closed_at` integer,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tickets_by_number` ON `tickets` (`workspace_id`,`number`);--> statement-breakpoint
CREATE INDEX `tickets_by_age` ON `tickets` (`workspace_id`,`state`,`last_message_at`,`id`);--> statement-breakpoint
CREATE INDEX `tickets_by_person` ON `tickets` (`workspace_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `tickets_by_visitor` ON `tickets` (`workspace_id`,`visitor_hash`);--> statement-breakpoint
CREATE TABLE `visitors` (
	`workspace_id` text NOT NULL,
	`hash` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `hash`)
);
--> statement-breakpoint
CREATE TABLE `workspaces` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`currency` text NOT NULL,
	`default_locale` text NOT NULL,
	`accent` text NOT NULL,
	`sample` integer NOT NULL,
	`first_response_target_ms` integer NOT NULL,
	`ticket_count` integer NOT NULL,
	`created_at` integer NOT NULL
);

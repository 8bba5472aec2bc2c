CREATE TABLE `article_images` (
	`workspace_id` text NOT NULL,
	`hash` text NOT NULL,
	`type` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`bytes` blob NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `hash`)
);
--> statement-breakpoint
CREATE TABLE `article_redirects` (
	`workspace_id` text NOT NULL,
	`slug` text NOT NULL,
	`to_slug` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `slug`)
);
--> statement-breakpoint
CREATE INDEX `article_redirects_by_target` ON `article_redirects` (`workspace_id`,`to_slug`);--> statement-breakpoint
CREATE TABLE `article_revisions` (
	`workspace_id` text NOT NULL,
	`article_id` text NOT NULL,
	`revision` integer NOT NULL,
	`reason` text NOT NULL,
	`content` text NOT NULL,
	`member_id` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `article_id`, `revision`)
);
--> statement-breakpoint
CREATE TABLE `article_verdicts` (
	`workspace_id` text NOT NULL,
	`article_id` text NOT NULL,
	`reader` text NOT NULL,
	`surface` text NOT NULL,
	`helped` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `article_id`, `reader`)
);
--> statement-breakpoint
CREATE TABLE `help_centres` (
	`name` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `reader_salts` (
	`workspace_id` text NOT NULL,
	`month` text NOT NULL,
	`salt` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `month`)
);
--> statement-breakpoint
ALTER TABLE `articles` ADD `summary` text;--> statement-breakpoint
ALTER TABLE `articles` ADD `audience` text;--> statement-breakpoint
ALTER TABLE `articles` ADD `external_id` text;--> statement-breakpoint
ALTER TABLE `articles` ADD `import_hash` text;--> statement-breakpoint
ALTER TABLE `articles` ADD `published_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `articles_by_external_id` ON `articles` (`workspace_id`,`external_id`);--> statement-breakpoint
CREATE INDEX `articles_by_age` ON `articles` (`workspace_id`,`updated_at`,`id`);
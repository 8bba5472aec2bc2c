CREATE TABLE `departed_people` (
	`workspace_id` text NOT NULL,
	`person_id` text NOT NULL,
	`change_mark` integer,
	PRIMARY KEY(`workspace_id`, `person_id`)
);
--> statement-breakpoint
CREATE INDEX `departed_people_by_change` ON `departed_people` (`workspace_id`,`change_mark`,`person_id`);--> statement-breakpoint
ALTER TABLE `accounts` ADD `change_mark` integer;--> statement-breakpoint
CREATE INDEX `accounts_by_change` ON `accounts` (`workspace_id`,`change_mark`,`id`);--> statement-breakpoint
ALTER TABLE `people` ADD `change_mark` integer;--> statement-breakpoint
CREATE INDEX `people_by_change` ON `people` (`workspace_id`,`change_mark`,`id`);
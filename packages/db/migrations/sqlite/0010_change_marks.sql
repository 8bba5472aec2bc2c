ALTER TABLE `events` ADD `change_mark` integer;--> statement-breakpoint
CREATE INDEX `events_by_change` ON `events` (`workspace_id`,`change_mark`) WHERE change_mark is not null;--> statement-breakpoint
ALTER TABLE `responses` ADD `change_mark` integer;--> statement-breakpoint
CREATE INDEX `responses_by_change` ON `responses` (`workspace_id`,`change_mark`) WHERE change_mark is not null;--> statement-breakpoint
ALTER TABLE `tickets` ADD `change_mark` integer;--> statement-breakpoint
CREATE INDEX `tickets_by_change` ON `tickets` (`workspace_id`,`change_mark`) WHERE change_mark is not null;
CREATE INDEX `sessions_by_member` ON `sessions` (`workspace_id`,`member_id`);--> statement-breakpoint
CREATE INDEX `sign_in_links_by_member` ON `sign_in_links` (`workspace_id`,`member_id`);--> statement-breakpoint
CREATE INDEX `tickets_by_creation` ON `tickets` (`workspace_id`,`created_at`,`id`);
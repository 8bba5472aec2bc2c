CREATE TABLE `response_frame_columns` (
	`workspace_id` text NOT NULL,
	`version` text NOT NULL,
	`name` text NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`workspace_id`, `version`, `name`)
);
--> statement-breakpoint
CREATE TABLE `response_frames` (
	`workspace_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`of` text NOT NULL,
	`since` integer NOT NULL,
	`until` integer NOT NULL,
	`held_until` integer NOT NULL,
	`rows` integer NOT NULL,
	`version` text,
	`traits` text NOT NULL,
	`complete` integer NOT NULL,
	`stale` integer NOT NULL,
	`claim` text,
	`claimed_at` integer,
	PRIMARY KEY(`workspace_id`, `survey_id`, `of`, `since`)
);

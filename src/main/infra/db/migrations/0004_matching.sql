CREATE TABLE `job_index_change` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`job_id` integer NOT NULL,
	`filters` text
);
--> statement-breakpoint
CREATE TABLE `job_view` (
	`job_id` integer PRIMARY KEY NOT NULL,
	`viewed_at` integer NOT NULL,
	`views` integer NOT NULL,
	FOREIGN KEY (`job_id`) REFERENCES `job`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `job_view_at` ON `job_view` (`viewed_at`);--> statement-breakpoint
CREATE TABLE `experiment` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`weights_a` text NOT NULL,
	`weights_b` text NOT NULL,
	`share` real NOT NULL,
	`started_at` integer NOT NULL,
	`stopped_at` integer
);
--> statement-breakpoint
CREATE TABLE `exposure` (
	`experiment_id` integer NOT NULL,
	`list_id` text NOT NULL,
	`job_id` integer NOT NULL,
	`variant` text NOT NULL,
	`position` integer NOT NULL,
	`shown_at` integer NOT NULL,
	`clicked_at` integer,
	`applied_at` integer,
	PRIMARY KEY(`experiment_id`, `list_id`, `job_id`),
	FOREIGN KEY (`experiment_id`) REFERENCES `experiment`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `exposure_job` ON `exposure` (`job_id`);--> statement-breakpoint
CREATE TABLE `job_score` (
	`job_id` integer PRIMARY KEY NOT NULL,
	`score` real NOT NULL,
	`basis` text NOT NULL,
	`scored_at` integer NOT NULL,
	FOREIGN KEY (`job_id`) REFERENCES `job`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `job_score_score` ON `job_score` (`score`);--> statement-breakpoint
CREATE TABLE `match_feedback` (
	`job_id` integer NOT NULL,
	`kind` text NOT NULL,
	`reason` text,
	`factor_values` text NOT NULL,
	`happened_at` integer NOT NULL,
	PRIMARY KEY(`job_id`, `kind`),
	FOREIGN KEY (`job_id`) REFERENCES `job`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `profile` (
	`id` integer PRIMARY KEY NOT NULL,
	`data` text NOT NULL,
	`version` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `saved_search` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`filter` text NOT NULL,
	`sort` text NOT NULL,
	`is_pinned` integer NOT NULL,
	`alert` text,
	`looked_at` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `search_alert` (
	`search_id` integer NOT NULL,
	`job_id` integer NOT NULL,
	`told_at` integer NOT NULL,
	PRIMARY KEY(`search_id`, `job_id`),
	FOREIGN KEY (`search_id`) REFERENCES `saved_search`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`job_id`) REFERENCES `job`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `search_alert_job` ON `search_alert` (`job_id`);--> statement-breakpoint
CREATE INDEX `job_first_seen` ON `job` (`first_seen_at`);
CREATE TABLE `http_quota` (
	`key` text PRIMARY KEY NOT NULL,
	`window_started_at` integer NOT NULL,
	`used` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `http_validator` (
	`url` text PRIMARY KEY NOT NULL,
	`etag` text,
	`last_modified` text,
	`stored_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `run` (
	`id` text PRIMARY KEY NOT NULL,
	`task_id` text NOT NULL,
	`trigger` text NOT NULL,
	`state` text NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer
);
--> statement-breakpoint
CREATE INDEX `run_started` ON `run` (`started_at`);--> statement-breakpoint
CREATE TABLE `run_source` (
	`run_id` text NOT NULL,
	`source_id` text NOT NULL,
	`state` text NOT NULL,
	`found` integer DEFAULT 0 NOT NULL,
	`new_jobs` integer DEFAULT 0 NOT NULL,
	`updated` integer DEFAULT 0 NOT NULL,
	`duplicate` integer DEFAULT 0 NOT NULL,
	`rejected` integer DEFAULT 0 NOT NULL,
	`reasons` text DEFAULT '{}' NOT NULL,
	`requests` integer DEFAULT 0 NOT NULL,
	`bytes` integer DEFAULT 0 NOT NULL,
	`problem` text,
	`message` text,
	`next_try_at` integer,
	`checkpoint` text,
	`started_at` integer,
	`finished_at` integer,
	PRIMARY KEY(`run_id`, `source_id`),
	FOREIGN KEY (`run_id`) REFERENCES `run`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `run_source_source` ON `run_source` (`source_id`);--> statement-breakpoint
CREATE TABLE `job` (
	`id` integer PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`company` text NOT NULL,
	`title_key` text NOT NULL,
	`company_key` text NOT NULL,
	`place_key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`country_code` text,
	`city` text,
	`workplace` text NOT NULL,
	`visa` text NOT NULL,
	`seniority` text NOT NULL,
	`role_family` text NOT NULL,
	`employment_type` text,
	`language` text,
	`salary_eur_min` real,
	`salary_eur_max` real,
	`posted_at` integer,
	`closes_at` integer,
	`first_seen_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `job_fingerprint` ON `job` (`fingerprint`);--> statement-breakpoint
CREATE INDEX `job_company_title` ON `job` (`company_key`,`title_key`);--> statement-breakpoint
CREATE TABLE `job_mark` (
	`job_id` integer PRIMARY KEY NOT NULL,
	`saved_at` integer,
	`hidden_at` integer,
	`hide_reason` text,
	FOREIGN KEY (`job_id`) REFERENCES `job`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `job_mark_saved` ON `job_mark` (`saved_at`);--> statement-breakpoint
CREATE INDEX `job_mark_hidden` ON `job_mark` (`hidden_at`);--> statement-breakpoint
CREATE TABLE `job_text` (
	`job_id` integer PRIMARY KEY NOT NULL,
	`description_html` text NOT NULL,
	`description_text` text NOT NULL,
	`facts` text NOT NULL,
	`signature` blob NOT NULL,
	FOREIGN KEY (`job_id`) REFERENCES `job`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `posting` (
	`id` integer PRIMARY KEY NOT NULL,
	`job_id` integer NOT NULL,
	`source_id` text NOT NULL,
	`source_posting_id` text NOT NULL,
	`url` text NOT NULL,
	`canonical_url` text NOT NULL,
	`title` text NOT NULL,
	`company` text NOT NULL,
	`location` text,
	`requisition_id` text,
	`content_hash` text NOT NULL,
	`layer` text NOT NULL,
	`reason` text NOT NULL,
	`facts` text,
	`first_seen_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	FOREIGN KEY (`job_id`) REFERENCES `job`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `posting_source_key` ON `posting` (`source_id`,`source_posting_id`);--> statement-breakpoint
CREATE INDEX `posting_canonical_url` ON `posting` (`canonical_url`);--> statement-breakpoint
CREATE INDEX `posting_job` ON `posting` (`job_id`);--> statement-breakpoint
CREATE TABLE `lease` (
	`name` text PRIMARY KEY NOT NULL,
	`owner` text NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `setting` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `task` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`payload` text NOT NULL,
	`state` text NOT NULL,
	`attempt` integer DEFAULT 0 NOT NULL,
	`run_after` integer NOT NULL,
	`owner` text,
	`is_cancel_requested` integer DEFAULT false NOT NULL,
	`error` text,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`finished_at` integer
);
--> statement-breakpoint
CREATE INDEX `task_queue` ON `task` (`state`,`run_after`);--> statement-breakpoint
CREATE UNIQUE INDEX `task_active_key` ON `task` (`key`) WHERE state in ('queued', 'running');
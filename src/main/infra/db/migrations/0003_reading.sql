CREATE TABLE `dedup_verdict` (
	`a_key` text NOT NULL,
	`b_key` text NOT NULL,
	`verdict` text NOT NULL,
	`decided_at` integer NOT NULL,
	PRIMARY KEY(`a_key`, `b_key`)
);
--> statement-breakpoint
CREATE INDEX `dedup_verdict_b` ON `dedup_verdict` (`b_key`);--> statement-breakpoint
CREATE TABLE `job_correction` (
	`job_id` integer NOT NULL,
	`field` text NOT NULL,
	`value` text NOT NULL,
	`corrected_at` integer NOT NULL,
	PRIMARY KEY(`job_id`, `field`),
	FOREIGN KEY (`job_id`) REFERENCES `job`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `posting_said` (
	`posting_id` integer PRIMARY KEY NOT NULL,
	`said` text NOT NULL,
	FOREIGN KEY (`posting_id`) REFERENCES `posting`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `exchange_rate` (
	`currency` text PRIMARY KEY NOT NULL,
	`per_eur` real NOT NULL,
	`as_of` text NOT NULL,
	`refused` text
);
--> statement-breakpoint
CREATE TABLE `sponsor_alias` (
	`entity_id` integer NOT NULL,
	`name_key` text NOT NULL,
	`file_id` integer NOT NULL,
	PRIMARY KEY(`entity_id`, `name_key`),
	FOREIGN KEY (`entity_id`) REFERENCES `sponsor_entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`file_id`) REFERENCES `sponsor_file`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sponsor_alias_key` ON `sponsor_alias` (`file_id`,`name_key`);--> statement-breakpoint
CREATE TABLE `sponsor_entity` (
	`id` integer PRIMARY KEY NOT NULL,
	`file_id` integer NOT NULL,
	`row` integer NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`town` text,
	`details` text NOT NULL,
	FOREIGN KEY (`file_id`) REFERENCES `sponsor_file`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sponsor_entity_key` ON `sponsor_entity` (`file_id`,`name_key`);--> statement-breakpoint
CREATE TABLE `sponsor_file` (
	`id` integer PRIMARY KEY NOT NULL,
	`register` text NOT NULL,
	`state` text NOT NULL,
	`origin` text NOT NULL,
	`sha256` text NOT NULL,
	`published_on` text,
	`row_count` integer NOT NULL,
	`organisation_count` integer NOT NULL,
	`imported_at` integer NOT NULL,
	`names_version` integer NOT NULL,
	`keyed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sponsor_file_active` ON `sponsor_file` (`register`) WHERE state = 'active';--> statement-breakpoint
CREATE INDEX `sponsor_file_register` ON `sponsor_file` (`register`);--> statement-breakpoint
CREATE TABLE `sponsor_match` (
	`company_key` text NOT NULL,
	`country_code` text NOT NULL,
	`entity_id` integer,
	`reason` text NOT NULL,
	`depends_on_town` integer DEFAULT false NOT NULL,
	`keyed_at` integer NOT NULL,
	PRIMARY KEY(`company_key`, `country_code`),
	FOREIGN KEY (`entity_id`) REFERENCES `sponsor_entity`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `sponsor_match_entity` ON `sponsor_match` (`entity_id`);--> statement-breakpoint
DROP INDEX `job_fingerprint`;--> statement-breakpoint
ALTER TABLE `job` ADD `reader_version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `job` ADD `skill_count` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `job` ADD `repost_of` integer;--> statement-breakpoint
CREATE INDEX `job_reader_version` ON `job` (`reader_version`);--> statement-breakpoint
CREATE INDEX `job_repost` ON `job` (`repost_of`) WHERE repost_of is not null;--> statement-breakpoint
CREATE INDEX `job_opening` ON `job` (`title_key`,`place_key`,`company_key`);
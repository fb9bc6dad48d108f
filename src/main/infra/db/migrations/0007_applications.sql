CREATE TABLE `application` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`job_id` integer,
	`title` text NOT NULL,
	`company` text NOT NULL,
	`company_key` text NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`url` text,
	`stage` text NOT NULL,
	`stage_since` integer NOT NULL,
	`column_id` integer,
	`rank` text NOT NULL,
	`applied_at` integer,
	`expected_amount` real,
	`expected_currency` text,
	`expected_period` text,
	`notes_version` integer DEFAULT 0 NOT NULL,
	`next_step_kind` text,
	`next_step_at` integer,
	`last_event_at` integer NOT NULL,
	`import_id` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`folded` text DEFAULT '' NOT NULL,
	`notes` text DEFAULT '' NOT NULL,
	`snapshot` text,
	FOREIGN KEY (`job_id`) REFERENCES `job`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`column_id`) REFERENCES `board_column`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`import_id`) REFERENCES `application_import`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `application_column` ON `application` (`stage`,`column_id`,`rank`) WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX `application_of_job` ON `application` (`job_id`);--> statement-breakpoint
CREATE INDEX `application_company` ON `application` (`company_key`);--> statement-breakpoint
CREATE INDEX `application_import_of` ON `application` (`import_id`);--> statement-breakpoint
CREATE INDEX `application_updated` ON `application` (`removed_at`,`updated_at`);--> statement-breakpoint
CREATE INDEX `application_versions` ON `application` (`version`,`notes_version`);--> statement-breakpoint
CREATE UNIQUE INDEX `application_job` ON `application` (`job_id`) WHERE job_id is not null and removed_at is null;--> statement-breakpoint
CREATE TABLE `application_event` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`application_id` integer NOT NULL,
	`at` integer NOT NULL,
	`data` text NOT NULL,
	`undone_at` integer,
	`place_before` text,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `application_event_of` ON `application_event` (`application_id`,`at`);--> statement-breakpoint
CREATE INDEX `application_event_at` ON `application_event` (`at`);--> statement-breakpoint
CREATE TABLE `application_file` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`application_id` integer NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`media_type` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`added_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `application_file_of` ON `application_file` (`application_id`);--> statement-breakpoint
CREATE INDEX `application_file_hash` ON `application_file` (`sha256`);--> statement-breakpoint
CREATE TABLE `application_import` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`file_name` text NOT NULL,
	`imported_at` integer NOT NULL,
	`undone_at` integer
);
--> statement-breakpoint
CREATE TABLE `board_column` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`stage` text NOT NULL,
	`rank` text NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer
);
--> statement-breakpoint
CREATE TABLE `contact` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`application_id` integer NOT NULL,
	`name` text NOT NULL,
	`role` text DEFAULT '' NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`url` text DEFAULT '' NOT NULL,
	`notes` text DEFAULT '' NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `contact_of` ON `contact` (`application_id`);--> statement-breakpoint
CREATE TABLE `interview` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`application_id` integer NOT NULL,
	`kind` text NOT NULL,
	`local_start` text NOT NULL,
	`zone` text NOT NULL,
	`is_later` integer DEFAULT false NOT NULL,
	`starts_at` integer NOT NULL,
	`minutes` integer NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`people` text DEFAULT '' NOT NULL,
	`preparation` text DEFAULT '' NOT NULL,
	`notes` text DEFAULT '' NOT NULL,
	`outcome` text NOT NULL,
	`uid` text NOT NULL,
	`sequence` integer DEFAULT 0 NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `interview_of` ON `interview` (`application_id`);--> statement-breakpoint
CREATE INDEX `interview_at` ON `interview` (`starts_at`);--> statement-breakpoint
CREATE TABLE `offer` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`application_id` integer NOT NULL,
	`received_at` integer NOT NULL,
	`amount` real,
	`currency` text,
	`period` text,
	`bonus` text DEFAULT '' NOT NULL,
	`notice_weeks` real,
	`remote_days` real,
	`vacation_days` integer,
	`starts_on` text,
	`answer_by` integer,
	`notes` text DEFAULT '' NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `offer_of` ON `offer` (`application_id`);--> statement-breakpoint
CREATE TABLE `reminder` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`application_id` integer NOT NULL,
	`kind` text NOT NULL,
	`due_at` integer NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`done_at` integer,
	`put_offs` integer DEFAULT 0 NOT NULL,
	`told_for` integer,
	`removed_at` integer,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `reminder_due` ON `reminder` (`due_at`) WHERE done_at is null and removed_at is null;--> statement-breakpoint
CREATE INDEX `reminder_of` ON `reminder` (`application_id`);--> statement-breakpoint
CREATE TABLE `achievement` (
	`key` text PRIMARY KEY NOT NULL,
	`earned_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `briefing` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`slot_at` integer NOT NULL,
	`zone` text NOT NULL,
	`from_at` integer NOT NULL,
	`until_at` integer NOT NULL,
	`made_at` integer NOT NULL,
	`content` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `briefing_slot` ON `briefing` (`kind`,`slot_at`);--> statement-breakpoint
CREATE TABLE `delivery` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`notification_id` integer NOT NULL,
	`channel` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_at` integer,
	`reason` text,
	`key` text NOT NULL,
	`owner` text,
	`may_be_double` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`ended_at` integer,
	`carrier_id` integer,
	`tries` text DEFAULT '[]' NOT NULL,
	FOREIGN KEY (`notification_id`) REFERENCES `notification`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `delivery_key` ON `delivery` (`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `delivery_of` ON `delivery` (`notification_id`,`channel`);--> statement-breakpoint
CREATE INDEX `delivery_due` ON `delivery` (`state`,`next_at`);--> statement-breakpoint
CREATE INDEX `delivery_channel` ON `delivery` (`channel`,`ended_at`);--> statement-breakpoint
CREATE INDEX `delivery_started` ON `delivery` (`channel`,`started_at`);--> statement-breakpoint
CREATE INDEX `delivery_carrier` ON `delivery` (`carrier_id`);--> statement-breakpoint
CREATE TABLE `notification` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`type` text NOT NULL,
	`key` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`path` text,
	`count` integer DEFAULT 1 NOT NULL,
	`letter` text,
	`created_at` integer NOT NULL,
	`read_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notification_key` ON `notification` (`key`);--> statement-breakpoint
CREATE INDEX `notification_unread` ON `notification` (`id`) WHERE read_at is null;--> statement-breakpoint
ALTER TABLE `job_mark` ADD `applied_at` integer;
CREATE TABLE `ai_call` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`provider` text NOT NULL,
	`model` text NOT NULL,
	`purpose` text NOT NULL,
	`state` text NOT NULL,
	`fallback_of` integer,
	`started_at` integer NOT NULL,
	`ms` integer,
	`input_tokens` integer DEFAULT 0 NOT NULL,
	`output_tokens` integer DEFAULT 0 NOT NULL,
	`is_estimated` integer DEFAULT false NOT NULL,
	`cost_usd` real DEFAULT 0 NOT NULL,
	`message` text DEFAULT '' NOT NULL,
	`sent` text NOT NULL,
	`received` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE INDEX `ai_call_started` ON `ai_call` (`started_at`);--> statement-breakpoint
CREATE TABLE `prompt_in_use` (
	`purpose` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `prompt_version` (
	`purpose` text NOT NULL,
	`version` integer NOT NULL,
	`text` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`purpose`, `version`)
);
--> statement-breakpoint
CREATE TABLE `career` (
	`id` integer PRIMARY KEY NOT NULL,
	`data` text NOT NULL,
	`version` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `document` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`is_master` integer DEFAULT false NOT NULL,
	`is_locked` integer DEFAULT false NOT NULL,
	`job_id` integer,
	`job_title` text,
	`job_company` text,
	`style` text NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`content` text NOT NULL,
	FOREIGN KEY (`job_id`) REFERENCES `job`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `document_job` ON `document` (`job_id`);--> statement-breakpoint
CREATE INDEX `document_updated` ON `document` (`updated_at`);--> statement-breakpoint
CREATE TABLE `document_sent` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version_id` integer NOT NULL,
	`application_id` integer NOT NULL,
	`file_id` integer,
	`file_name` text NOT NULL,
	`format` text NOT NULL,
	`sent_at` integer NOT NULL,
	FOREIGN KEY (`version_id`) REFERENCES `document_version`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`file_id`) REFERENCES `application_file`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `document_sent_version` ON `document_sent` (`version_id`);--> statement-breakpoint
CREATE INDEX `document_sent_application` ON `document_sent` (`application_id`);--> statement-breakpoint
CREATE TABLE `document_version` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`document_id` integer NOT NULL,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	`origin` text NOT NULL,
	`style` text NOT NULL,
	`created_at` integer NOT NULL,
	`content` text NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `document`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `document_version_number` ON `document_version` (`document_id`,`number`);
CREATE TABLE `employer_board` (
	`kind` text NOT NULL,
	`slug` text NOT NULL,
	`variant` text,
	`name` text NOT NULL,
	`country_code` text,
	`url` text DEFAULT '' NOT NULL,
	`origin` text NOT NULL,
	`is_on` integer DEFAULT true NOT NULL,
	`state` text DEFAULT 'unread' NOT NULL,
	`message` text,
	`postings` integer,
	`checked_at` integer,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`kind`, `slug`)
);
--> statement-breakpoint
CREATE TABLE `schedule` (
	`name` text PRIMARY KEY NOT NULL,
	`cron` text NOT NULL,
	`zone` text NOT NULL,
	`last_slot_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `secret_use` (
	`name` text PRIMARY KEY NOT NULL,
	`set_at` integer,
	`last_used_at` integer,
	`last_test_at` integer,
	`is_last_test_ok` integer,
	`last_test_message` text
);
--> statement-breakpoint
ALTER TABLE `run` ADD `slot_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `run_slot` ON `run` (`slot_at`);--> statement-breakpoint
ALTER TABLE `run_source` ADD `closed` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `run_source` ADD `planned_requests` integer;--> statement-breakpoint
ALTER TABLE `job` ADD `closed_at` integer;--> statement-breakpoint
CREATE INDEX `job_closed` ON `job` (`closed_at`) WHERE closed_at is not null;--> statement-breakpoint
ALTER TABLE `posting` ADD `scope` text;--> statement-breakpoint
ALTER TABLE `posting` ADD `closed_at` integer;--> statement-breakpoint
CREATE INDEX `posting_scope` ON `posting` (`source_id`,`scope`) WHERE scope is not null;--> statement-breakpoint
-- Greenhouse was the only source of boards; its ids begin with the board.
UPDATE `posting` SET `scope` = substr(`source_posting_id`, 1, instr(`source_posting_id`, '/') - 1)
WHERE `source_id` = 'greenhouse' AND instr(`source_posting_id`, '/') > 1;--> statement-breakpoint
-- Boards were a setting before there was a list of employers.
INSERT OR IGNORE INTO `employer_board` (`kind`, `slug`, `name`, `url`, `origin`, `added_at`)
SELECT 'greenhouse', board.value, board.value, 'https://boards.greenhouse.io/' || board.value, 'user', setting.updated_at
FROM `setting`, json_each(setting.value) AS board WHERE setting.key = 'greenhouseBoards';--> statement-breakpoint
DELETE FROM `setting` WHERE `key` = 'greenhouseBoards';

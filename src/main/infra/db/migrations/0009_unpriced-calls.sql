CREATE TABLE `__new_ai_call` (
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
	`cost_usd` real,
	`message` text DEFAULT '' NOT NULL,
	`sent` text NOT NULL,
	`received` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
INSERT INTO `__new_ai_call`("id", "provider", "model", "purpose", "state", "fallback_of", "started_at", "ms", "input_tokens", "output_tokens", "is_estimated", "cost_usd", "message", "sent", "received") SELECT "id", "provider", "model", "purpose", "state", "fallback_of", "started_at", "ms", "input_tokens", "output_tokens", "is_estimated", "cost_usd", "message", "sent", "received" FROM `ai_call`;--> statement-breakpoint
DROP TABLE `ai_call`;--> statement-breakpoint
ALTER TABLE `__new_ai_call` RENAME TO `ai_call`;--> statement-breakpoint
CREATE INDEX `ai_call_started` ON `ai_call` (`started_at`);
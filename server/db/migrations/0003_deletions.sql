ALTER TABLE `workspaces` ADD `deleted_at` integer;--> statement-breakpoint
CREATE INDEX `outbox_by_account` ON `outbox` (`account_id`);
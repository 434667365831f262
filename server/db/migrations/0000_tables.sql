CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`email_verified_at` integer,
	`name` text NOT NULL,
	`username` text,
	`username_key` text,
	`language` text,
	`password_hash` text,
	`password_set_at` integer,
	`must_change_password` integer DEFAULT 0 NOT NULL,
	`valid_from` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_email_key_unique` ON `accounts` (`email_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_username_key_unique` ON `accounts` (`username_key`);--> statement-breakpoint
CREATE TABLE `departures` (
	`workspace_id` text NOT NULL,
	`digest` text NOT NULL,
	`at` integer NOT NULL,
	`until` integer,
	PRIMARY KEY(`workspace_id`, `digest`)
);
--> statement-breakpoint
CREATE INDEX `departures_by_end` ON `departures` (`until`);--> statement-breakpoint
CREATE TABLE `host_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`generation` integer DEFAULT 1 NOT NULL,
	`previous_until` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE TABLE `member_roles` (
	`member_seq` integer NOT NULL,
	`workspace_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`member_seq`, `role`)
);
--> statement-breakpoint
CREATE INDEX `member_roles_by_role` ON `member_roles` (`workspace_id`,`role`,`member_seq`);--> statement-breakpoint
CREATE TABLE `member_totals` (
	`workspace_id` text NOT NULL,
	`status` text NOT NULL,
	`role` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `status`, `role`)
);
--> statement-breakpoint
CREATE TABLE `members` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`workspace_id` text NOT NULL,
	`account_id` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`username` text,
	`first_name` text DEFAULT '' NOT NULL,
	`last_name` text DEFAULT '' NOT NULL,
	`department` text DEFAULT '' NOT NULL,
	`external_id` text,
	`status` text NOT NULL,
	`source` text DEFAULT 'local' NOT NULL,
	`top_rank` integer NOT NULL,
	`last_sign_in_at` integer DEFAULT 0 NOT NULL,
	`last_seen_at` integer DEFAULT 0 NOT NULL,
	`valid_from` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `members_id_unique` ON `members` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `members_by_account` ON `members` (`account_id`,`workspace_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `members_by_email` ON `members` (`workspace_id`,`email_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `members_by_external_id` ON `members` (`workspace_id`,`external_id`);--> statement-breakpoint
CREATE INDEX `members_by_name` ON `members` (`workspace_id`,`name_key`,`seq`,`email_key`);--> statement-breakpoint
CREATE INDEX `members_by_rank` ON `members` (`workspace_id`,`top_rank`,`seq`);--> statement-breakpoint
CREATE INDEX `members_by_status` ON `members` (`workspace_id`,`status`,`seq`);--> statement-breakpoint
CREATE INDEX `members_by_sign_in` ON `members` (`workspace_id`,`last_sign_in_at`,`seq`);--> statement-breakpoint
CREATE TABLE `roles` (
	`workspace_id` text NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`capabilities` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`workspace_id`, `key`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `subjects` (
	`host_key_id` text NOT NULL,
	`workspace_id` text NOT NULL,
	`subject` text NOT NULL,
	`member_id` text NOT NULL,
	PRIMARY KEY(`host_key_id`, `workspace_id`, `subject`),
	FOREIGN KEY (`host_key_id`) REFERENCES `host_keys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `subjects_by_member` ON `subjects` (`member_id`,`host_key_id`);--> statement-breakpoint
CREATE TABLE `workspaces` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`archived_at` integer,
	`invitation_hours` integer NOT NULL,
	`host_key_id` text,
	`home` integer,
	`external_authentication` integer DEFAULT 0 NOT NULL,
	`external_authorization` integer DEFAULT 0 NOT NULL,
	`sign_on_version` integer DEFAULT 1 NOT NULL,
	`roles_version` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `workspaces_id_unique` ON `workspaces` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `workspaces_home_unique` ON `workspaces` (`home`);--> statement-breakpoint
CREATE TABLE `audit` (
	`seq` integer PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`at` integer NOT NULL,
	`action` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`via` text NOT NULL,
	`target_kind` text NOT NULL,
	`target_id` text NOT NULL,
	`before` text,
	`after` text,
	`request_id` text,
	`personal_digest` text,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_by_time` ON `audit` (`workspace_id`,`at`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_by_target` ON `audit` (`workspace_id`,`target_id`,`at`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_by_actor` ON `audit` (`workspace_id`,`actor_id`,`at`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_by_action` ON `audit` (`workspace_id`,`action`,`at`,`seq`);--> statement-breakpoint
CREATE TABLE `audit_personal` (
	`seq` integer PRIMARY KEY NOT NULL,
	`salt` text NOT NULL,
	`data` text
);
--> statement-breakpoint
CREATE TABLE `idempotency` (
	`key` text NOT NULL,
	`actor` text NOT NULL,
	`body_hash` text NOT NULL,
	`reply` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`actor`, `key`)
);
--> statement-breakpoint
CREATE INDEX `idempotency_by_time` ON `idempotency` (`created_at`);--> statement-breakpoint
CREATE TABLE `limits` (
	`key` text PRIMARY KEY NOT NULL,
	`total` integer NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `domains` (
	`workspace_id` text NOT NULL,
	`domain` text NOT NULL,
	`proved_at` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `domain`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `identities` (
	`provider_id` text NOT NULL,
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`account_id` text NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	PRIMARY KEY(`provider_id`, `issuer`, `subject`),
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `identities_by_account` ON `identities` (`account_id`);--> statement-breakpoint
CREATE TABLE `links` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`account_id` text,
	`data` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE INDEX `links_by_account` ON `links` (`account_id`,`kind`);--> statement-breakpoint
CREATE INDEX `links_by_expiry` ON `links` (`expires_at`);--> statement-breakpoint
CREATE TABLE `providers` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`is_enabled` integer DEFAULT 1 NOT NULL,
	`config` text NOT NULL,
	`admission` text NOT NULL,
	`sealed` text,
	`admitted` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `providers_by_workspace` ON `providers` (`workspace_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`handle` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`authenticated_at` integer NOT NULL,
	`last_used_at` integer NOT NULL,
	`started_by` text NOT NULL,
	`provider_id` text,
	`workspace_id` text,
	`device` text DEFAULT '' NOT NULL,
	`network` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_handle_unique` ON `sessions` (`handle`);--> statement-breakpoint
CREATE INDEX `sessions_by_account` ON `sessions` (`account_id`);--> statement-breakpoint
CREATE INDEX `sessions_by_expiry` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`sealed` text,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sign_ins` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`account_id` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`is_ok` integer NOT NULL,
	`device` text DEFAULT '' NOT NULL,
	`network` text DEFAULT '' NOT NULL,
	`flags` text DEFAULT '[]' NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sign_ins_by_account` ON `sign_ins` (`account_id`,`at`);--> statement-breakpoint
CREATE INDEX `sign_ins_by_time` ON `sign_ins` (`at`);--> statement-breakpoint
CREATE TABLE `sign_on_attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`provider_id` text NOT NULL,
	`data` text NOT NULL,
	`browser_hash` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sign_on_attempts_by_expiry` ON `sign_on_attempts` (`expires_at`);--> statement-breakpoint
CREATE TABLE `visits` (
	`member_seq` integer NOT NULL,
	`at` integer NOT NULL,
	`session` text,
	`by` text NOT NULL,
	`device` text DEFAULT '' NOT NULL,
	`network` text DEFAULT '' NOT NULL,
	`flags` text DEFAULT '[]' NOT NULL,
	FOREIGN KEY (`member_seq`) REFERENCES `members`(`seq`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `visits_by_member` ON `visits` (`member_seq`,`at`);--> statement-breakpoint
CREATE UNIQUE INDEX `visits_by_session` ON `visits` (`member_seq`,`session`);--> statement-breakpoint
CREATE INDEX `visits_by_time` ON `visits` (`at`);--> statement-breakpoint
CREATE TABLE `grant_actions` (
	`resource_seq` integer NOT NULL,
	`role` text NOT NULL,
	`action` text NOT NULL,
	PRIMARY KEY(`resource_seq`, `role`, `action`)
);
--> statement-breakpoint
CREATE TABLE `grants` (
	`resource_seq` integer NOT NULL,
	`role` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`resource_seq`, `role`)
);
--> statement-breakpoint
CREATE TABLE `invitation_roles` (
	`invitation_seq` integer NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`invitation_seq`, `role`)
);
--> statement-breakpoint
CREATE TABLE `invitations` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`workspace_id` text NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`name` text NOT NULL,
	`message` text NOT NULL,
	`state` text NOT NULL,
	`delivery` text NOT NULL,
	`delivery_error` text,
	`generation` integer DEFAULT 1 NOT NULL,
	`lead_id` text,
	`invited_by` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_id_unique` ON `invitations` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_pending` ON `invitations` (`workspace_id`,`email_key`) WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX `invitations_by_state` ON `invitations` (`workspace_id`,`state`,`seq`);--> statement-breakpoint
CREATE INDEX `invitations_by_lead` ON `invitations` (`lead_id`) WHERE lead_id IS NOT NULL;--> statement-breakpoint
CREATE TABLE `member_grants` (
	`member_seq` integer NOT NULL,
	`resource_seq` integer NOT NULL,
	`action` text NOT NULL,
	`granted_at` integer NOT NULL,
	PRIMARY KEY(`member_seq`, `resource_seq`, `action`)
);
--> statement-breakpoint
CREATE INDEX `member_grants_by_resource` ON `member_grants` (`resource_seq`,`member_seq`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`invitation_id` text,
	`generation` integer DEFAULT 0 NOT NULL,
	`account_id` text,
	`link_id` text,
	`data` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_at` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `outbox_by_time` ON `outbox` (`next_at`);--> statement-breakpoint
CREATE TABLE `resources` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`workspace_id` text NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`owner_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `resources_id_unique` ON `resources` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `resources_by_key` ON `resources` (`workspace_id`,`kind`,`key`);--> statement-breakpoint
CREATE INDEX `resources_by_owner` ON `resources` (`owner_id`);--> statement-breakpoint
CREATE INDEX `resources_by_name` ON `resources` (`workspace_id`,`kind`,`name`,`seq`);--> statement-breakpoint
CREATE TABLE `review_items` (
	`review_seq` integer NOT NULL,
	`member_id` text NOT NULL,
	`snapshot` text NOT NULL,
	`decision` text,
	`note` text DEFAULT '' NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	PRIMARY KEY(`review_seq`, `member_id`)
);
--> statement-breakpoint
CREATE INDEX `review_items_by_member` ON `review_items` (`member_id`);--> statement-breakpoint
CREATE INDEX `review_items_by_decision` ON `review_items` (`review_seq`,`decision`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`scope` text NOT NULL,
	`reviewer_id` text,
	`due_at` integer NOT NULL,
	`started_by` text,
	`created_at` integer NOT NULL,
	`closed_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_id_unique` ON `reviews` (`id`);--> statement-breakpoint
CREATE INDEX `reviews_by_workspace` ON `reviews` (`workspace_id`,`seq`);
-- The search index of members: one document of n-grams for each, every gram prefixed by its workspace,
-- so that a search never reads the postings of another workspace.
CREATE VIRTUAL TABLE member_grams USING fts5(grams, content='', contentless_delete=1, detail=none, tokenize='ascii');
--> statement-breakpoint
CREATE TRIGGER members_count_insert AFTER INSERT ON members BEGIN
  INSERT INTO member_totals (workspace_id, status, role, count) VALUES (new.workspace_id, new.status, '', 1)
    ON CONFLICT DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TRIGGER members_count_status AFTER UPDATE OF status ON members WHEN old.status <> new.status BEGIN
  UPDATE member_totals SET count = count - 1
    WHERE workspace_id = old.workspace_id AND status = old.status
      AND (role = '' OR role IN (SELECT role FROM member_roles WHERE member_seq = old.seq));
  INSERT INTO member_totals (workspace_id, status, role, count)
    SELECT new.workspace_id, new.status, role, 1 FROM (SELECT '' AS role UNION ALL SELECT role FROM member_roles WHERE member_seq = new.seq) WHERE true
    ON CONFLICT DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
-- Before, because the triggers of the roles still need the member's status.
CREATE TRIGGER members_belongings_delete BEFORE DELETE ON members BEGIN
  DELETE FROM member_roles WHERE member_seq = old.seq;
  DELETE FROM member_grants WHERE member_seq = old.seq;
  UPDATE resources SET owner_id = NULL WHERE owner_id = old.id;
END;
--> statement-breakpoint
CREATE TRIGGER resources_grants_delete AFTER DELETE ON resources BEGIN
  DELETE FROM member_grants WHERE resource_seq = old.seq;
END;
--> statement-breakpoint
CREATE TRIGGER members_count_delete AFTER DELETE ON members BEGIN
  UPDATE member_totals SET count = count - 1 WHERE workspace_id = old.workspace_id AND status = old.status AND role = '';
  DELETE FROM member_grams WHERE rowid = old.seq;
END;
--> statement-breakpoint
CREATE TRIGGER member_roles_count_insert AFTER INSERT ON member_roles BEGIN
  INSERT INTO member_totals (workspace_id, status, role, count)
    SELECT new.workspace_id, status, new.role, 1 FROM members WHERE seq = new.member_seq
    ON CONFLICT DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TRIGGER member_roles_count_delete AFTER DELETE ON member_roles BEGIN
  UPDATE member_totals SET count = count - 1
    WHERE workspace_id = old.workspace_id AND role = old.role AND status = (SELECT status FROM members WHERE seq = old.member_seq);
END;
--> statement-breakpoint
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN
  SELECT RAISE(ABORT, 'the audit trail is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN
  SELECT RAISE(ABORT, 'the audit trail is append-only');
END;
--> statement-breakpoint
-- REPLACE takes a row away without telling the triggers above, so no number is given twice.
CREATE TRIGGER audit_no_replace BEFORE INSERT ON audit WHEN new.seq <= (SELECT max(seq) FROM audit) BEGIN
  SELECT RAISE(ABORT, 'the audit trail is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER audit_personal_no_replace BEFORE INSERT ON audit_personal WHEN new.seq <= (SELECT max(seq) FROM audit_personal) BEGIN
  SELECT RAISE(ABORT, 'the audit trail is append-only');
END;
--> statement-breakpoint
-- Erasure may blank personal values; nothing may rewrite them.
CREATE TRIGGER audit_personal_only_blank BEFORE UPDATE ON audit_personal WHEN new.data IS NOT NULL OR new.seq <> old.seq OR new.salt <> old.salt BEGIN
  SELECT RAISE(ABORT, 'personal values of the audit trail can only be blanked');
END;
--> statement-breakpoint
CREATE TRIGGER audit_personal_no_delete BEFORE DELETE ON audit_personal BEGIN
  SELECT RAISE(ABORT, 'the audit trail is append-only');
END;
--> statement-breakpoint
-- An account without any membership has nothing to sign in to.
CREATE TRIGGER members_delete_account AFTER DELETE ON members WHEN NOT EXISTS (SELECT 1 FROM members WHERE account_id = old.account_id) BEGIN
  DELETE FROM sessions WHERE account_id = old.account_id;
  DELETE FROM links WHERE account_id = old.account_id;
  DELETE FROM outbox WHERE account_id = old.account_id;
  DELETE FROM accounts WHERE id = old.account_id;
END;

-- Small pages. Who is gone stands in pages of the index that are walked from one to the next, and long runs of neighbours made a commit that
-- merges it look past hundreds of them for each entry that stays: a second with 100,000 people, in which nobody else was answered.
INSERT INTO member_grams (member_grams, rank) VALUES ('pgsz', 500);

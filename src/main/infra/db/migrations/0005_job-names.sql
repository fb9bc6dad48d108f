-- What a job is called: its title, its employer and its places once more, in an index of their own. Ranking asks "who says it in the
-- title?" of a few words a job and not of its whole description. Starts of words are indexed too.
CREATE VIRTUAL TABLE job_name_fts USING fts5(
  title, company, place,
  content = '', contentless_delete = 1,
  prefix = 3,
  tokenize = "unicode61 remove_diacritics 2 tokenchars '+#'"
);
--> statement-breakpoint
-- Jobs that are stored already, as far as tables tell; whatever is read again is indexed with all names of its places.
INSERT INTO job_name_fts (rowid, title, company, place)
SELECT j.id, j.title, j.company, coalesce((SELECT group_concat(p.location, ' · ') FROM posting p WHERE p.job_id = j.id), '')
FROM job j ORDER BY j.id;

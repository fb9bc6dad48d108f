-- Words and filters of every job in one index, so that a filtered search never has to look a row up to reject it.
-- Contentless: the words are not stored twice. The rowid is job.id, newest first. `filters` holds tokens such as
-- `#cde #voffers #s60`, which no indexed or searched word can be. '+' and '#' belong to words (C++, C#, F#).
CREATE VIRTUAL TABLE job_fts USING fts5(
  title, company, place, body, filters,
  content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 2 tokenchars '+#'"
);

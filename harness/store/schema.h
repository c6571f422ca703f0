// harness/store/schema.h -- the tables of a run. Changing them means a new schema version, and a reader for
// the old one.
#pragma once

namespace effk::store {

// Lists (tags, rivals, flags) are JSON arrays of strings. A cost that is NULL is censored or has no count to
// trust. Events are a JSON object of counts by name.
inline constexpr const char* kSchema = R"sql(
CREATE TABLE run (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE environment (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE warning (text TEXT NOT NULL);
CREATE TABLE problem (problem TEXT PRIMARY KEY, challenge TEXT NOT NULL, tags TEXT NOT NULL, digest TEXT NOT NULL,
  rivals TEXT NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL, statement TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE signature (problem TEXT NOT NULL, language TEXT NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (problem, language)) WITHOUT ROWID;
CREATE TABLE level (problem TEXT NOT NULL, level INTEGER NOT NULL, weight REAL NOT NULL, cases INTEGER NOT NULL,
  PRIMARY KEY (problem, level)) WITHOUT ROWID;
CREATE TABLE reference (problem TEXT NOT NULL, language TEXT NOT NULL, code_digest TEXT NOT NULL, load INTEGER NOT NULL,
  allowance INTEGER NOT NULL, code TEXT NOT NULL, PRIMARY KEY (problem, language)) WITHOUT ROWID;
CREATE TABLE reference_case (problem TEXT NOT NULL, language TEXT NOT NULL, level INTEGER NOT NULL, number INTEGER NOT NULL,
  cost INTEGER NOT NULL, frame INTEGER NOT NULL, floor INTEGER NOT NULL, user_us INTEGER, system_us INTEGER,
  wall_us INTEGER, peak_memory_bytes INTEGER, arguments_digest TEXT NOT NULL, events TEXT,
  PRIMARY KEY (problem, language, level, number)) WITHOUT ROWID;
CREATE TABLE rival (id INTEGER PRIMARY KEY, problem TEXT NOT NULL, language TEXT NOT NULL, name TEXT NOT NULL,
  code_digest TEXT NOT NULL, alpha REAL NOT NULL, verdict TEXT NOT NULL, detail TEXT NOT NULL, load INTEGER,
  UNIQUE (problem, language, name));
CREATE TABLE rival_case (rival_id INTEGER NOT NULL REFERENCES rival (id), level INTEGER NOT NULL, number INTEGER NOT NULL,
  verdict TEXT NOT NULL, total INTEGER NOT NULL, cost INTEGER, spread INTEGER NOT NULL, user_us INTEGER NOT NULL, system_us INTEGER NOT NULL,
  wall_us INTEGER NOT NULL, peak_memory_bytes INTEGER NOT NULL, flags TEXT NOT NULL, detail TEXT NOT NULL,
  events TEXT NOT NULL,
  PRIMARY KEY (rival_id, level, number)) WITHOUT ROWID;
CREATE TABLE sample (id INTEGER PRIMARY KEY, model TEXT NOT NULL, problem TEXT NOT NULL, language TEXT NOT NULL,
  sample TEXT NOT NULL, code TEXT NOT NULL, extraction TEXT NOT NULL, verdict TEXT NOT NULL, detail TEXT NOT NULL,
  load INTEGER, flags TEXT NOT NULL, reused INTEGER NOT NULL, UNIQUE (model, problem, language, sample));
CREATE TABLE case_result (sample_id INTEGER NOT NULL REFERENCES sample (id), level INTEGER NOT NULL, number INTEGER NOT NULL,
  verdict TEXT NOT NULL, total INTEGER NOT NULL, cost INTEGER, spread INTEGER NOT NULL, user_us INTEGER NOT NULL, system_us INTEGER NOT NULL,
  wall_us INTEGER NOT NULL, peak_memory_bytes INTEGER NOT NULL, flags TEXT NOT NULL, detail TEXT NOT NULL,
  events TEXT NOT NULL,
  PRIMARY KEY (sample_id, level, number)) WITHOUT ROWID;
)sql";

// Marks the file as ours: PRAGMA application_id, "effk" in ASCII.
inline constexpr int kApplicationId = 0x6566666b;

}  // namespace effk::store

import type { Db } from '../statements.ts';

/** What the screens read: light rows for lists, and the search index. All of it can be rebuilt from the ledger. */
export function up(db: Db): void {
  db.exec(`
    CREATE TABLE item (
      record INTEGER PRIMARY KEY, type INTEGER NOT NULL, parent BLOB, withdrawn INTEGER NOT NULL DEFAULT 0,
      number TEXT, created INTEGER NOT NULL, created_clock INTEGER NOT NULL, edited INTEGER NOT NULL
    );
    CREATE INDEX item_by_type ON item (type, withdrawn, number);
    CREATE INDEX item_by_parent ON item (parent) WHERE parent IS NOT NULL;
    CREATE TABLE deficit (
      record INTEGER PRIMARY KEY, withdrawn INTEGER NOT NULL DEFAULT 0, number TEXT NOT NULL DEFAULT '',
      title_ar TEXT, title_en TEXT, title_fr TEXT, title_es TEXT, area TEXT, subtopic TEXT, confidentiality TEXT,
      severity_g INTEGER, severity_e INTEGER, severity_w INTEGER,
      position_g TEXT, position_e TEXT, position_w TEXT, changed_since TEXT NOT NULL DEFAULT '',
      outcome TEXT NOT NULL DEFAULT 'not-put', conflicts INTEGER NOT NULL DEFAULT 0, edited INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX deficit_by_number ON deficit (withdrawn, CAST(number AS INTEGER), number);
    CREATE INDEX deficit_by_area ON deficit (withdrawn, area, CAST(number AS INTEGER), number);
    CREATE VIRTUAL TABLE search USING fts5 (
      title, body, content = '', contentless_delete = 1, detail = column, tokenize = 'unicode61 remove_diacritics 0'
    );
    -- The tables are empty: whatever was projected into older ones is projected anew.
    DELETE FROM meta WHERE key = 'projection';
  `);
}

import Database from 'better-sqlite3';

/** The version of SQLite inside the database library. */
export function sqliteVersion(): string {
  const memory = new Database(':memory:');
  try {
    return memory.prepare<[], { version: string }>('SELECT sqlite_version() version').get()?.version ?? '';
  } finally {
    memory.close();
  }
}

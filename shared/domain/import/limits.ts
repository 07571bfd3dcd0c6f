/** How much of a table is taken; apart, since the page asks it before anything of importing is loaded. */
export const IMPORT_LIMITS = {
  /** Checked before a byte is read. */
  bytes: 50 * 1024 * 1024,
  rows: 20_000,
  columns: 200,
  /** Problems and duplicates that are told one by one; of the rest, how many there are. */
  told: 300,
} as const;

/** The record around the fields of this editor is that of every editor. */
export { NewRecordProvider, RecordProvider, useRecordEditing } from '../../editing/index.ts';

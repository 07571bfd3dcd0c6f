/** Files a person may choose, and which the dialogs of each host offer first. */

export const FILE_KINDS = ['dossier', 'package', 'attachment', 'table'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Endings without the dot; none: any file. */
export const FILE_ENDINGS: { readonly [K in FileKind]: readonly string[] } = {
  dossier: ['hiwar'],
  package: ['zip'],
  attachment: [],
  table: ['xlsx', 'csv', 'tsv', 'txt', 'json'],
};

export const isFileKind = (value: unknown): value is FileKind => FILE_KINDS.includes(value as FileKind);

export interface PickedFile {
  readonly uploadId: string;
  readonly fileName: string;
}

/** The object the preload script gives the page: these members and no other. */
export interface DesktopBridge {
  readonly host: 'desktop';
  /** The language of the system, as a BCP 47 tag: a hint for the first start. */
  readonly language: string;
  invoke(name: string, input: unknown): Promise<unknown>;
  subscribe(listener: (event: unknown) => void): () => void;
  pickFile(kind: FileKind): Promise<PickedFile | null>;
  saveDownload(download: { downloadId: string; fileName: string }): Promise<boolean>;
  /** Opens the window of the room, or brings it forward; false from that window itself. */
  openRoom(): Promise<boolean>;
}

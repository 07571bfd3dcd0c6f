import type { FileKind, PickedFile } from '../../shared/contract/files.ts';
import type { Bridge } from '../../shared/contract/index.ts';

export interface Platform {
  readonly bridge: Bridge;
  readonly pickFile: (kind: FileKind) => Promise<PickedFile | null>;
  readonly saveDownload: (download: { downloadId: string; fileName: string }) => Promise<boolean>;
  /** Opens another tab of the application at an address fragment; null where the host has one window. */
  readonly openInNewTab: ((fragment: string) => Promise<boolean>) | null;
  /**
   * Opens what the room is shown, which may ask for nothing else. `byHand` is an address that opens it once, for where
   * the browser let no tab open.
   */
  readonly openRoom: () => Promise<{ readonly isOpen: boolean; readonly byHand?: string | undefined }>;
  /** Ends the application from the page; null where the window's own button does it. */
  readonly quit: (() => Promise<void>) | null;
  /** BCP 47 tag of the system's language. */
  readonly language: string;
}

declare global {
  interface Window {
    readonly bridge?: import('../../shared/contract/files.ts').DesktopBridge;
  }
}

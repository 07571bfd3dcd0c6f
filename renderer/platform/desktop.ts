/** The page inside the desktop application: everything goes through the preload script. */
import type { DesktopBridge } from '../../shared/contract/files.ts';
import type { Bridge } from '../../shared/contract/index.ts';
import { takeFragment } from './fragment.ts';
import type { Platform } from './platform.ts';

export function desktopPlatform(desktop: DesktopBridge): Platform {
  takeFragment();
  return {
    bridge: {
      host: 'desktop',
      // Shapes are checked on the other side, where nothing depends on what this page says of itself.
      invoke: desktop.invoke as Bridge['invoke'],
      subscribe: (listener) => desktop.subscribe(listener as (event: unknown) => void),
    },
    pickFile: desktop.pickFile,
    saveDownload: desktop.saveDownload,
    openInNewTab: null,
    openRoom: async () => ({ isOpen: await desktop.openRoom() }),
    quit: null,
    language: desktop.language,
  };
}

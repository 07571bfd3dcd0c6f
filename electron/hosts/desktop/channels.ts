/** Names of the messages between main and preload. */

export const CHANNELS = {
  invoke: 'hiwar:invoke',
  pickFile: 'hiwar:pick-file',
  saveDownload: 'hiwar:save-download',
  openRoom: 'hiwar:open-room',
  event: 'hiwar:event',
} as const;

/** How main tells the preload script the language of the system. */
export const LANGUAGE_ARGUMENT = '--hiwar-language=';

/**
 * The host the page runs in. The only folder of the page that knows there are two.
 *
 * `bridge` carries the contract. `pickFile` asks the person for a file and answers null when none was
 * chosen; `saveDownload` hands a finished file over and answers false when the person declined. Both throw
 * a `Refusal` where the host cannot do it.
 */
import { desktopPlatform } from './desktop.ts';
import { httpPlatform } from './http.ts';
import type { Platform } from './platform.ts';

const platform: Platform = window.bridge ? desktopPlatform(window.bridge) : httpPlatform();

export const { bridge, pickFile, saveDownload, openInNewTab, openRoom, quit, language } = platform;
export type { Platform } from './platform.ts';

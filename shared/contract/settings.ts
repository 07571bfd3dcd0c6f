import { z } from 'zod';
import { LANGS } from '../domain/languages.ts';
import { call } from './call.ts';

/** Language, region, digits and calendar are four settings: a Moroccan may read Arabic with either digits. */
export const Settings = z.object({
  language: z.enum(LANGS),
  /** ISO 3166-1 alpha-2. */
  region: z.string().regex(/^[A-Z]{2}$/),
  digits: z.enum(['latn', 'arab']),
  calendar: z.enum(['gregory', 'islamic-umalqura']),
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  /** Single-letter shortcuts can be switched off (WCAG 2.1.4). */
  singleKeys: z.boolean(),
  /** The name colleagues see in the history of dossiers written here; empty for none. Personal. */
  authorName: z.string().max(200),
});
export type Settings = z.infer<typeof Settings>;

export interface HostInfo {
  readonly host: 'desktop' | 'browser' | 'cli';
  readonly version: string;
  readonly node: string;
  readonly sqlite: string;
  readonly folder: string;
}

export const settingsCalls = {
  /** Null until a person, or the first start, has set them. */
  'settings.get': call<Settings | null>()(z.object({})),
  'settings.set': call<Settings>()(Settings),
  'host.info': call<HostInfo>()(z.object({})),
} as const;

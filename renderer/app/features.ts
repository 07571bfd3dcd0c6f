import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Section } from './router.ts';

/** What the shell gives a section's screen. */
export interface SectionProps {
  readonly dossierId: string;
  readonly recordId: string | undefined;
}
/** What a screen outside a dossier is given; settings may be opened from within one. */
export interface OpenProps {
  readonly dossierId: string | undefined;
}

type FeatureName = Section | 'library';
interface FeatureModule {
  readonly Screen: ComponentType<never>;
}

/** Each feature is its own piece of script, fetched when its screen is first shown. */
const modules = import.meta.glob<FeatureModule>('../features/*/index.ts');

const lazyScreens = new Map<string, LazyExoticComponent<ComponentType<SectionProps & OpenProps>>>();

export const hasFeature = (name: FeatureName): boolean => `../features/${name}/index.ts` in modules;

/** The screen of a feature, or undefined where the feature is not there. */
export function screenOf(
  name: FeatureName,
): LazyExoticComponent<ComponentType<SectionProps & OpenProps>> | undefined {
  const load = modules[`../features/${name}/index.ts`];
  if (!load) return undefined;
  let screen = lazyScreens.get(name);
  if (!screen) {
    screen = lazy(async () => ({
      default: (await load()).Screen as ComponentType<SectionProps & OpenProps>,
    }));
    lazyScreens.set(name, screen);
  }
  return screen;
}

/** Sections on the rail, those at the start and those at the end. */
export const RAIL_START = [
  'overview',
  'mandate',
  'participants',
  'sessions',
  'deficits',
  'strategies',
  'export',
] as const satisfies readonly Section[];
export const RAIL_END = ['settings'] as const satisfies readonly Section[];
/** Reached from the shell's menu, not from the rail. */
export const BESIDE = ['history', 'bin'] as const satisfies readonly Section[];

import { expect, test } from 'vitest';
import { LANGS } from '../../../shared/domain/languages.ts';
import ar from '../../../shared/locales/ar/menu.json' with { type: 'json' };
import { type LabelKey, labelsFor } from './labels.ts';
import { menuTemplate } from './menu.ts';

const KEYS = Object.keys(ar) as LabelKey[];
const actions = { ask: () => {}, showFolder: () => {} };
const flat = (items: { label?: string; submenu?: unknown }[]): { label?: string; role?: string }[] =>
  items.flatMap((item) => [item, ...flat((item.submenu ?? []) as { label?: string }[])]);

for (const mac of [false, true]) {
  test(`every text of the menu is used, in the same places in each language (macOS: ${mac})`, () => {
    const shapes = LANGS.map((language) => {
      const label = labelsFor(language);
      const items = flat(menuTemplate({ label, actions, mac, development: false }) as { label?: string }[]);
      const used = items.map(({ label }) => label).filter((label) => label !== undefined);
      expect(used.every((text) => text.trim() === text && text !== '')).toBe(true);
      const keyOf = new Map(KEYS.map((key) => [label(key), key as string]));
      return used.map((label) => keyOf.get(label) ?? label);
    });
    for (const shape of shapes) expect(shape).toEqual(shapes[0]);
    const onMacOnly = ['hide', 'hideOthers', 'showAll'];
    const elsewhere = ['openTitle', 'saveTitle', 'dossierFile', 'tableFile', 'packageFile', 'anyFile'];
    const expected = KEYS.filter((key) => !elsewhere.includes(key) && (mac || !onMacOnly.includes(key)));
    expect(new Set(shapes[0]?.filter((key) => key !== 'Hiwar'))).toEqual(new Set(expected));
  });
}

test('the tools of development are in the menu in development alone', () => {
  const roles = (development: boolean) =>
    flat(
      menuTemplate({ label: labelsFor('en'), actions, mac: false, development }) as { label?: string }[],
    ).map(({ role }) => role);
  expect(roles(true)).toContain('toggleDevTools');
  expect(roles(false)).not.toContain('toggleDevTools');
  expect(roles(false)).not.toContain('reload');
});

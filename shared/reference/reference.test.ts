import { describe, expect, it } from 'vitest';
import { AREAS, CONFIDENTIALITY, POSITION_VALUES } from '../domain/codes.ts';
import { MISSING } from '../domain/fields.ts';
import { LANGS } from '../domain/languages.ts';
import { anyCodelist } from './all.ts';
import { childrenIn } from './codelist.ts';
import { minorDigits } from './currencies.ts';
import { codelist, isCode, itemOf, LARGE_NAMES, labelOf, loadCodelist, SMALL_NAMES } from './index.ts';

const NAMES = [...SMALL_NAMES, ...LARGE_NAMES];

describe('every codelist', () => {
  it.each(NAMES)('%s has unique ids, a version and a source', (name) => {
    const list = anyCodelist(name);
    const ids = list.items.map((item) => item.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(0);
    expect(list.id).toBe(name);
    expect(list.version).not.toBe('');
    expect(JSON.stringify(list.source).length).toBeGreaterThan(10);
  });

  it.each(NAMES)('%s has a label in each language for each code', (name) => {
    for (const item of anyCodelist(name).items)
      for (const lang of LANGS) expect(item.labels[lang], `${item.id} ${lang}`).toMatch(/\S/);
  });

  it.each(NAMES)('%s names no parent that is not in it', (name) => {
    const list = anyCodelist(name);
    const ids = new Set(list.items.map((item) => item.id));
    for (const item of list.items) if (item.parent !== undefined) expect(ids).toContain(item.parent);
  });

  it.each(NAMES)('%s has help in four languages or none', (name) => {
    for (const { help } of anyCodelist(name).items)
      if (help) expect(Object.keys(help).sort()).toEqual([...LANGS].sort());
  });

  it.each(NAMES)('%s cannot be changed by a reader', (name) => {
    const item = anyCodelist(name).items[0] as { labels: Record<string, string> };
    expect(() => {
      item.labels.en = 'other';
    }).toThrow(TypeError);
  });

  it('is translated in full except where its source lacks titles', () => {
    const gaps = NAMES.filter((name) => anyCodelist(name).items.some((item) => item.untranslated));
    expect(gaps).toEqual(['instruments', 'indicators']);
  });
});

describe('counts', () => {
  it('has 6 thematic areas with 63 sub-topics', () => {
    const areas = codelist('thematic-areas');
    expect(childrenIn(areas).map((item) => item.id)).toEqual([...AREAS]);
    expect(areas.items.filter((item) => item.parent)).toHaveLength(63);
    expect(areas.version).toBe('GB347');
  });

  it('has 4 functional areas with 29 parts, and 4 priority action programmes', () => {
    const areas = codelist('functional-areas');
    expect(childrenIn(areas).map((item) => item.id)).toEqual(['FA1', 'FA2', 'FA3', 'FA4']);
    expect(areas.items).toHaveLength(4 + 29);
    expect(codelist('priority-action-programmes').items).toHaveLength(4);
  });

  it('has 257 instruments, each with a known subject', async () => {
    const { items } = await loadCodelist('instruments');
    const subjects = new Set((await loadCodelist('instrument-subjects')).items.map((item) => item.id));
    expect(items).toHaveLength(257);
    expect(items.filter((item) => item.category === 'fundamental')).toHaveLength(11);
    for (const item of items) expect(subjects).toContain(item.subject);
  });

  it('has 17 goals, 169 targets and 252 indicators', async () => {
    const { items } = await loadCodelist('sdg');
    const count = (level: string) => items.filter((item) => item.level === level).length;
    expect([count('goal'), count('target'), count('indicator')]).toEqual([17, 169, 252]);
  });

  it('lists the 187 Members of the ILO, each in a known region', async () => {
    const { items } = await loadCodelist('countries');
    expect(items).toHaveLength(187);
    for (const item of items) {
      expect(item.id).toMatch(/^[A-Z]{3}$/);
      expect(item.iso2).toMatch(/^[A-Z]{2}$/);
      expect(isCode('regions', item.region)).toBe(true);
    }
    expect(items.find((item) => item.id === 'MAR')).toMatchObject({ direction: 'rtl', language: 'ar' });
  });

  it('has sections A to U of ISIC', () => {
    expect(
      codelist('sectors')
        .items.map((item) => item.id)
        .join(''),
    ).toBe('ABCDEFGHIJKLMNOPQRSTU');
  });
});

describe('agreement with the domain', () => {
  const ids = (name: 'positions' | 'confidentiality-levels' | 'missing' | 'absence-reasons') =>
    codelist(name)
      .items.map((item) => item.id)
      .sort();

  it('labels exactly the codes that rules depend on', () => {
    expect(ids('positions')).toEqual([...POSITION_VALUES].sort());
    expect(ids('confidentiality-levels')).toEqual([...CONFIDENTIALITY].sort());
    expect(ids('missing')).toEqual([...MISSING].sort());
    expect(ids('absence-reasons')).toEqual(['declined', 'not-invited', 'unable', 'withdrew']);
  });
});

describe('labels', () => {
  it('are found by code and language', () => {
    expect(labelOf('thematic-areas', 'TA6', 'ar')).toBe('تعزيز مؤسسات الحوار الاجتماعي');
    expect(labelOf('positions', 'agree-with-reservation', 'fr')).toBe("D'accord avec réserve");
    expect(itemOf('constituency-types', 'W')?.class).toBe('constituent');
  });

  it('show the code where the list does not know it', () => {
    expect(labelOf('thematic-areas', 'TA1-national-7', 'es')).toBe('TA1-national-7');
    expect(isCode('thematic-areas', 'TA1-national-7')).toBe(false);
  });

  it('fall back to English and say so', async () => {
    const item = (await loadCodelist('indicators')).items[0];
    expect(item?.untranslated).toEqual(['ar', 'fr', 'es']);
    expect(item?.labels.ar).toBe(item?.labels.en);
  });

  it('name currencies from the locale data, with the digits of ISO 4217', () => {
    expect(labelOf('currencies', 'EUR', 'fr')).toBe('euro');
    expect([minorDigits('USD'), minorDigits('TND'), minorDigits('XOF')]).toEqual([2, 3, 0]);
    for (const item of codelist('currencies').items)
      for (const lang of LANGS) expect(item.labels[lang], item.id).not.toBe(item.id);
  });
});

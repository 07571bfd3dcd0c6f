import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prettyJson } from '../../../electron/exports/bytes.ts';
import { COMPARED_FIELDS } from '../../../electron/exports/comparable.ts';
import { tablesOf } from '../../../electron/exports/tables/index.ts';
import { MISSING, TEXT_STATUSES } from '../../../shared/domain/fields.ts';
import { EDITABLE_TYPES, RECORDS } from '../../../shared/domain/records/index.ts';
import { aContent } from '../../fixtures/content/build.ts';
import { root } from './tools.ts';

const page = readFileSync(join(root, 'docs/format/README.md'), 'utf8');
const schema = JSON.parse(readFileSync(join(root, 'docs/format/dialogue.schema.json'), 'utf8'));

describe('the page that describes the format', () => {
  it.each(EDITABLE_TYPES)('names every field that a batch may set: %s', (type) => {
    const [, rest = ''] = page.split(`\n### ${type}\n`);
    const [section = ''] = rest.split('\n### ');
    const named = [...section.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    expect(named).toEqual(Object.keys(RECORDS[type].fields).filter((name) => name !== 'withdrawn'));
  });

  it('names every table, every missing code, every status and every compared field', () => {
    const words = [
      ...tablesOf(aContent()).map((table) => table.name),
      ...MISSING,
      ...TEXT_STATUSES,
      ...COMPARED_FIELDS,
    ];
    for (const word of words) expect(page, word).toContain(`\`${word}\``);
  });
});

describe('the published schema', () => {
  it('is JSON Schema 2020-12 and allows nothing that it does not name', () => {
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    const open: string[] = [];
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      const object = node as { readonly [key: string]: unknown };
      if (object.type === 'object' && object.additionalProperties === undefined) open.push(path);
      for (const [key, inner] of Object.entries(object)) walk(inner, `${path}/${key}`);
    };
    walk(schema, '');
    expect(open).toEqual([]);
  });

  it('is written so that it can be read', () => {
    const text = readFileSync(join(root, 'docs/format/dialogue.schema.json'), 'utf8');
    expect(text.endsWith('}\n')).toBe(true);
    expect(JSON.parse(prettyJson(schema))).toEqual(schema);
  });
});

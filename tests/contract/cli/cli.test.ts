/** The built command line as a user of it sees it: real processes, real files, exit codes and printed answers. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const cli = join(import.meta.dirname, '../../../out/cli/index.js');
let folder: string;
const at = (name: string): string => join(folder, name);

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function hiwar(...args: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [cli, ...args],
      { env: { ...process.env, HIWAR_DATA: at('data') }, maxBuffer: 64e6 },
      (error, out, err) =>
        resolve({ code: error ? Number((error as { code?: unknown }).code ?? -1) : 0, out, err }),
    );
  });
}

async function done(...args: string[]): Promise<string> {
  const ran = await hiwar(...args);
  expect(ran, ran.err).toMatchObject({ code: 0 });
  return ran.out;
}

function batch(name: string, ...lines: unknown[]): string {
  writeFileSync(
    at(name),
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );
  return at(name);
}

const inspect = async (file: string) => JSON.parse(await done('inspect', file, '--json'));
const digestOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hiwar-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('usage', () => {
  test('--help lists every command, a command without its files is usage, an unknown one too', async () => {
    const help = await done('--help');
    for (const command of [
      'new',
      'demo',
      'apply',
      'inspect',
      'copy',
      'merge',
      'check',
      'export',
      'verify',
      'import',
    ])
      expect(help).toContain(`  ${command} `);
    expect((await hiwar('inspect')).code).toBe(2);
    expect((await hiwar('forget', 'x')).code).toBe(2);
    expect((await hiwar('check', at('a'), '--what')).code).toBe(2);
    expect((await hiwar('new', at('n.hiwar'), '--country', 'JOR')).code).toBe(2);
  });

  test('a refusal says its code on standard error and nothing on standard output', async () => {
    expect(await hiwar('inspect', at('nothing.hiwar'), '--json')).toMatchObject({ code: 1, out: '' });
    writeFileSync(at('text.hiwar'), 'not a dossier at all'.repeat(100));
    const refused = await hiwar('check', at('text.hiwar'));
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('file.not-a-dossier');
  });
});

describe('paths and values typed by people', () => {
  test.each([
    ['new', ['new', 'plain/n.hiwar', '--title', 'T'], 'file.exists'],
    ['inspect', ['inspect', 'plain/n.hiwar'], 'file.missing'],
    ['check', ['check', 'plain/n.hiwar'], 'file.missing'],
    ['merge', ['merge', 'paths.hiwar', 'plain/n.hiwar'], 'file.missing'],
    ['apply', ['apply', 'paths.hiwar', 'data'], 'file.unreadable'],
    ['copy', ['copy', 'paths.hiwar', 'plain/n.hiwar'], 'file.exists'],
    ['export', ['export', 'paths.hiwar', '--lang', 'en', '--out', 'plain'], 'file.exists'],
    ['import', ['import', 'plain', 'plain/n.hiwar'], 'file.exists'],
  ])(
    '%s refuses a path through a file with a code, and calls it no fault of ours',
    async (_name, args, code) => {
      writeFileSync(at('plain'), '');
      if (!readdirSync(folder).includes('paths.hiwar'))
        await done('new', at('paths.hiwar'), '--title', 'P', '--languages', 'en');
      const paths = args.map((arg) => (/^(plain|paths|data)/.test(arg) ? at(arg) : arg));
      const refused = await hiwar(...paths);
      expect(refused).toMatchObject({ code: 1, out: '' });
      expect(refused.err).toContain(`refused: ${code}`);
    },
  );

  test.runIf(process.platform === 'linux')(
    'a folder where nothing can be made is refused at once',
    async () => {
      expect((await hiwar('new', '/proc/nowhere/n.hiwar', '--title', 'T')).err).toContain(
        'file.folder-read-only',
      );
    },
  );

  test('a new dossier is checked as in the dialog: length of the title, Members of the ILO, languages', async () => {
    const make = (...rest: string[]) => hiwar('new', at('checked.hiwar'), ...rest);
    const long = await make('--title', 'x'.repeat(301), '--languages', 'en');
    expect(long.code).toBe(1);
    expect(long.err).toContain('input.invalid (path: title.en)');
    // QRW is the sample's alone.
    for (const country of ['QRW', 'XYZ', 'jor'])
      expect((await make('--title', 'T', '--country', country)).code).toBe(2);
    expect((await make('--title', 'T', '--languages', 'de')).code).toBe(2);
    expect(readdirSync(folder)).not.toContain('checked.hiwar');
    expect((await make('--title', 'x'.repeat(300), '--country', 'JOR', '--languages', 'en, ar')).code).toBe(
      0,
    );
  });
});

describe('apply', () => {
  const file = () => at('apply.hiwar');
  beforeAll(async () => {
    await done('new', file(), '--title', 'حوار تجريبي', '--country', 'JOR', '--languages', 'ar,en');
  });

  test('writes records, prints the id of each line, and numbers what carries a number', async () => {
    const lines = batch(
      'a.jsonl',
      {
        type: 'deficit',
        set: {
          title: { ar: 'أجور متأخرة', en: { text: 'Late wages', status: 'draft' } },
          area: 'TA2',
          severity: { G: 2, E: { missing: 'not-known' }, W: 4 },
          instruments: ['C095', 'C098'],
          position: {
            E: {
              value: 'agree-with-reservation',
              reservation: { en: { text: 'Not for seasonal work', status: 'original' } },
            },
          },
        },
        reason: 'first card',
      },
      '',
      { type: 'organization', set: { name: { ar: 'وزارة العمل' }, seat: 'G' } },
    );
    const ids = (await done('apply', file(), lines)).trim().split('\n');
    expect(ids).toHaveLength(2);
    expect(await inspect(file())).toMatchObject({
      records: { deficit: 1, organization: 1, dossier: 1 },
      integrity: 'ok',
    });

    const edited = batch('b.jsonl', {
      type: 'deficit',
      id: ids[0],
      set: { title: { en: 'Late pay' }, instruments: ['C095'] },
    });
    expect((await done('apply', file(), edited)).trim()).toBe(ids[0]);
    await done('check', file());
  });

  test.each([
    ['a field that does not exist', { type: 'deficit', set: { colour: 'red' } }, 'input.invalid'],
    ['an area outside the list', { type: 'deficit', set: { area: 'TA9' } }, 'input.invalid'],
    ['a typed status', { type: 'deficit', set: { outcome: 'agreed' } }, 'input.invalid'],
    [
      'a reservation parted from its position',
      { type: 'deficit', set: { position: { W: { value: 'agree-with-reservation' } } } },
      'position.reservation-required',
    ],
    ['a type of the ledger’s own', { type: 'erasure', set: {} }, 'input.invalid'],
    ['a broken line', '{"type":', 'input.invalid'],
    ['a lone surrogate', { type: 'deficit', set: { title: { en: '\ud800' } } }, 'input.invalid'],
  ])('refuses %s whole, with the line, and writes nothing', async (_what, bad, code) => {
    const before = digestOf(file());
    const good = { type: 'deficit', set: { title: { en: 'Good' } } };
    const ran = await hiwar('apply', file(), batch('bad.jsonl', good, bad));
    expect(ran.code).toBe(1);
    expect(ran.err).toContain(code);
    expect(ran.err).toContain('line: 2');
    expect(digestOf(file())).toBe(before);
  });

  test('a personal value reaches no printed byte of inspect', async () => {
    await done(
      'apply',
      file(),
      batch('p.jsonl', { type: 'participant', set: { name: 'Zaynab Planted', seat: 'W', sex: 'F' } }),
    );
    expect(await done('inspect', file(), '--json')).not.toContain('Planted');
  });
});

describe('copies', () => {
  test('two copies edited apart merge in either order to one version, and a conflict shows both values', async () => {
    const base = at('base.hiwar');
    await done('new', base, '--title', 'A', '--country', 'TUN', '--languages', 'en');
    const id = (
      await done(
        'apply',
        base,
        batch('c0.jsonl', { type: 'deficit', set: { title: { en: 'T' }, area: 'TA1' } }),
      )
    ).trim();
    await done('copy', base, at('x.hiwar'));
    await done('copy', base, at('y.hiwar'));
    await done('apply', at('x.hiwar'), batch('cx.jsonl', { type: 'deficit', id, set: { area: 'TA2' } }));
    await done(
      'apply',
      at('y.hiwar'),
      batch(
        'cy.jsonl',
        { type: 'deficit', id, set: { area: 'TA3' } },
        { type: 'deficit', set: { title: { en: 'Y' } } },
      ),
    );
    await done('copy', at('x.hiwar'), at('x2.hiwar'));
    await done('merge', at('x.hiwar'), at('y.hiwar'));
    await done('merge', at('y.hiwar'), at('x.hiwar'));
    const [x, y] = [await inspect(at('x.hiwar')), await inspect(at('y.hiwar'))];
    expect(x.version).toBe(y.version);
    expect(x.conflicts).toMatchObject([{ type: 'deficit', id, field: 'area' }]);
    expect(x.conflicts[0].heads.map((head: { value: string }) => head.value).sort()).toEqual(['TA2', 'TA3']);
    const refused = await hiwar(
      'apply',
      at('x.hiwar'),
      batch('cz.jsonl', { type: 'deficit', id, set: { area: 'TA4' } }),
    );
    expect(refused.err).toContain('field.in-conflict');
    expect(
      JSON.parse(await done('merge', at('x.hiwar'), at('y.hiwar'), at('y.hiwar'), '--json')),
    ).toMatchObject({ added: 0 });
  });

  test('another dialogue, and a file that exists, are refused', async () => {
    await done('new', at('other.hiwar'), '--title', 'B', '--country', 'TUN', '--languages', 'en');
    expect((await hiwar('merge', at('base.hiwar'), at('other.hiwar'))).err).toContain('dossier.other');
    expect((await hiwar('copy', at('base.hiwar'), at('other.hiwar'))).err).toContain('file.exists');
    expect((await hiwar('new', at('other.hiwar'), '--title', 'B', '--languages', 'en')).err).toContain(
      'file.exists',
    );
  });

  test('nothing is left beside a dossier that a command closed', () => {
    expect(readdirSync(folder).filter((name) => /-(wal|shm|lock)$/.test(name))).toEqual([]);
  });
});

describe('packages', () => {
  test('no name leaves: a name typed into a statement stops the export until the text is changed', async () => {
    const file = at('names.hiwar');
    await done('new', file, '--title', 'N', '--country', 'TUN', '--languages', 'en');
    const lines = [
      { type: 'participant', set: { name: 'Zaynab Planted', seat: 'W' } },
      { type: 'deficit', set: { title: { en: 'As Zaynab Planted said' }, confidentiality: 'secretariat' } },
    ];
    const [, deficit] = (await done('apply', file, batch('n1.jsonl', ...lines))).trim().split('\n');
    const args = [
      'export',
      file,
      '--edition',
      'restricted',
      '--lang',
      'en',
      '--formats',
      'xlsx',
      '--out',
      at('named'),
    ];
    const refused = await hiwar(...args);
    expect(refused.err).toContain('export.name-found (number: 001');
    expect(refused.err).not.toContain('Planted');
    await done(
      'apply',
      file,
      batch('n2.jsonl', { type: 'deficit', id: deficit, set: { title: { en: 'As a delegate said' } } }),
    );
    expect(await done(...args)).toContain('.xlsx');
  });

  test('export, verify, import, export gives the same bytes; the internal edition does not leave', async () => {
    await done('demo', at('demo.hiwar'));
    expect(
      (await hiwar('export', at('demo.hiwar'), '--edition', 'internal', '--lang', 'ar', '--out', at('no')))
        .err,
    ).toContain('export.internal-edition');
    const first = (
      await done('export', at('demo.hiwar'), '--edition', 'restricted', '--lang', 'ar,en', '--out', at('e1'))
    )
      .trim()
      .split('\n');
    const second = (
      await done('export', at('demo.hiwar'), '--edition', 'restricted', '--lang', 'ar,en', '--out', at('e2'))
    )
      .trim()
      .split('\n');
    expect(second.map(digestOf)).toEqual(first.map(digestOf));
    const zip = first.find((name) => name.endsWith('.zip')) as string;
    expect(JSON.parse(await done('verify', zip, '--json'))).toMatchObject({
      ok: true,
      edition: 'restricted',
      country: 'QRW',
    });

    const wordings = ['export', at('demo.hiwar'), '--lang', 'en', '--out', at('e4'), '--wordings'];
    expect((await hiwar(...wordings, '--formats', 'xlsx')).code).toBe(2);
    expect((await done(...wordings, '--formats', 'pdf')).trim()).toMatch(/-wordings-en\.pdf$/);

    await done('import', zip, at('received.hiwar'));
    await done('check', at('received.hiwar'));
    const again = (
      await done(
        'export',
        at('received.hiwar'),
        '--edition',
        'restricted',
        '--lang',
        'ar,en',
        '--out',
        at('e3'),
      )
    )
      .trim()
      .split('\n');
    expect(again.map(digestOf)).toEqual(first.map(digestOf));
    expect(
      (await hiwar('apply', at('received.hiwar'), batch('r.jsonl', { type: 'deficit', set: {} }))).err,
    ).toContain('dossier.read-only');
    expect((await hiwar('merge', at('received.hiwar'), at('demo.hiwar'))).code).toBe(1);

    const bytes = readFileSync(zip);
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] as number) ^ 1;
    writeFileSync(at('bent.zip'), bytes);
    const bent = await hiwar('verify', at('bent.zip'), '--json');
    expect(bent.code).toBe(1);
    expect(JSON.parse(bent.out)).toMatchObject({ ok: false });
    expect((await hiwar('import', at('bent.zip'), at('bent.hiwar'))).code).toBe(1);
    expect(readdirSync(folder)).not.toContain('bent.hiwar');
  }, 300_000);
});

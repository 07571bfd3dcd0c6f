/** What was pasted stays in the record, in the step that wrote its cleaned text, and leaves in no edition. */
import { beforeEach, describe, expect, test } from 'vitest';
import { setMeta } from '../../db/meta.ts';
import { composedById } from '../../db/queries/record-view.ts';
import { snapshotOf } from '../../db/queries/snapshot.ts';
import { EDITIONS } from '../../shared/domain/content.ts';
import { editionOf } from '../../shared/domain/edition.ts';
import type { Texts } from '../../shared/domain/fields.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { KEEPS_PASTED } from '../../shared/domain/paste/originals.ts';
import type { EditableType } from '../../shared/domain/records/index.ts';
import { deskOf } from '../../tests/fixtures/desk-of.ts';
import {
  create,
  DOSSIER,
  edit,
  idOf,
  memoryReplica,
  type Replica,
  refusal,
  send,
} from '../../tests/fixtures/dossiers.ts';
import { causeHandlers } from './causes/index.ts';
import type { Desk, OpenedDossier } from './desk.ts';
import { join, object, split } from './duplicates/acts.ts';
import { createRecord, editRecord, undo } from './records.ts';

const wages = idOf('wages');
const unions = idOf('unions');
const DIRTY = 'ﺍﻟﻌﺪﺍﻟﺔ';
const CLEAN = 'العدالة';
let here: Replica;
let desk: Desk;
let steps: OpenedDossier['undo'];

beforeEach(() => {
  here = memoryReplica('here');
  setMeta(here.db, 'device', here.acting.device);
  ({ desk, steps } = deskOf(here));
  create(here, 'dossier', DOSSIER, { title: { en: 'A dialogue' }, languages: ['ar', 'en'] });
  for (const [at, id] of [wages, unions].entries())
    create(here, 'deficit', id, {
      number: `00${at + 1}`,
      title: { en: `Deficit ${at + 1}` },
      confidentiality: 'public',
    });
});

const text = (words: string) => ({ ar: { text: words, status: 'original' } });
const recordOf = (type: EditableType, id: string) =>
  composedById(here.db, type, id).record as { readonly [member: string]: unknown };
const put = (type: EditableType, id: string, members: object, pasted?: object) =>
  editRecord(desk, { dossier: DOSSIER, type, id, members, ...(pasted && { pasted }) } as never);
const made = (type: EditableType, members: object, pasted?: object): string =>
  createRecord(desk, { dossier: DOSSIER, type, members, ...(pasted && { pasted }) } as never).record.id;
const causes = (name: 'causes.add' | 'causes.link', input: object): string =>
  (
    (causeHandlers(desk)[name] as (given: unknown) => unknown)({ dossier: DOSSIER, ...input }) as {
      id: string;
    }
  ).id;

describe('an original', () => {
  test('is written in the step of its cleaned text, and one undo takes back both', () => {
    const id = made('evidence', { deficit: wages, quote: text(DIRTY) });
    put('evidence', id, { quote: text(CLEAN) }, { ar: DIRTY });
    expect(recordOf('evidence', id)).toMatchObject({ quote: text(CLEAN), pasted: text(DIRTY) });
    expect(steps).toHaveLength(2);
    undo(desk, DOSSIER, 'undo');
    expect(recordOf('evidence', id)).toMatchObject({ quote: text(DIRTY) });
    expect(recordOf('evidence', id).pasted).toBeUndefined();
  });

  test('stands beside those kept before, and the same one is kept once', () => {
    const id = made('evidence', { deficit: wages, quote: text(CLEAN) }, { ar: DIRTY });
    put('evidence', id, { source: text('مسح') }, { ar: 'ﻣﺴﺢ', en: 'a  b' });
    put('evidence', id, { source: text('مسح') }, { ar: DIRTY });
    expect(recordOf('evidence', id).pasted).toEqual({
      ...text(`${DIRTY}\n\nﻣﺴﺢ`),
      en: { text: 'a  b', status: 'original' },
    });
  });

  test('is added where two copies kept different ones: all stand in one text, and one undo takes back the new one', () => {
    const there = memoryReplica('there');
    send(here, there);
    edit(there, 'deficit', wages, { pasted: text('ﻣﺴﺢ') });
    put('deficit', wages, { title: text(CLEAN) }, { ar: DIRTY });
    send(there, here);
    const conflicts = () => composedById(here.db, 'deficit', wages).conflicts;
    expect(conflicts()).toEqual(['pasted.ar']);
    put('deficit', wages, { title: text('حق') }, { ar: 'ﺣـــﻖ' });
    const { title, pasted } = recordOf('deficit', wages) as { title: object; pasted: Texts };
    expect(title).toMatchObject(text('حق'));
    expect(pasted.ar?.text.split('\n\n').sort()).toEqual([DIRTY, 'ﻣﺴﺢ', 'ﺣـــﻖ'].sort());
    expect(conflicts()).toEqual([]);
    undo(desk, DOSSIER, 'undo');
    expect(recordOf('deficit', wages).title).toMatchObject(text(CLEAN));
    const left = recordOf('deficit', wages).pasted as Texts;
    expect(left.ar?.text.split('\n\n').sort()).toEqual([DIRTY, 'ﻣﺴﺢ'].sort());
  });

  test('leaves a conflict as it is where its step is refused', () => {
    const there = memoryReplica('there');
    send(here, there);
    edit(there, 'deficit', wages, { pasted: text('ﻣﺴﺢ'), area: 'TA1' });
    edit(here, 'deficit', wages, { pasted: text(DIRTY), area: 'TA2' });
    send(there, here);
    const before = composedById(here.db, 'deficit', wages);
    expect(refusal(() => put('deficit', wages, { area: 'TA3' }, { ar: 'ﺣـــﻖ' }))).toBe('field.in-conflict');
    expect(composedById(here.db, 'deficit', wages)).toEqual(before);
  });

  test('is refused for a record that has no place for it', () => {
    const session = made('session', { title: text('جلسة') });
    expect(refusal(() => put('session', session, { title: text(CLEAN) }, { ar: DIRTY }))).toBe(
      'input.invalid',
    );
  });

  test('comes with a cause, a link, a joining, a split and an objection, each in one step', () => {
    const pasted = { ar: DIRTY };
    const cause = causes('causes.add', {
      deficit: wages,
      kind: 'cause',
      under: null,
      body: { ar: CLEAN },
      pasted,
    });
    const link = causes('causes.link', {
      from: wages,
      to: unions,
      kind: 'blocks',
      note: { ar: CLEAN },
      pasted,
    });
    const wording = { title: { ar: CLEAN }, statement: {}, pasted };
    const { id: joined } = join(desk, { dossier: DOSSIER, ids: [wages, unions], ...wording } as never).record;
    const { ids } = split(desk, {
      dossier: DOSSIER,
      id: joined,
      parts: [wording, { title: { ar: CLEAN }, statement: {} }],
    } as never);
    expect(recordOf('cause', cause).pasted).toEqual(text(DIRTY));
    expect(recordOf('link', link).pasted).toEqual(text(DIRTY));
    expect(recordOf('deficit', joined).pasted).toEqual(text(DIRTY));
    expect(ids.map((id) => recordOf('deficit', id).pasted)).toEqual([text(DIRTY), undefined]);
    object(desk, {
      dossier: DOSSIER,
      id: joined,
      constituency: 'W',
      lang: 'ar',
      text: CLEAN,
      pasted: { ar: 'ﺣـــﻖ' },
    } as never);
    expect(recordOf('deficit', joined).pasted).toEqual(text(`${DIRTY}\n\nﺣـــﻖ`));
    expect(steps).toHaveLength(5);
  });
});

test('no edition holds what was pasted into any record', () => {
  const strategy = idOf('strategy');
  const ids: { readonly [type: string]: RecordId } = { strategy, dossier: DOSSIER };
  const hangs: { readonly [T in (typeof KEEPS_PASTED)[number]]: object } = {
    dossier: { scope: text(CLEAN) },
    deficit: { title: text(CLEAN) },
    evidence: { deficit: wages, kind: 'document', quote: text(CLEAN) },
    clause: { subject: wages, body: text(CLEAN) },
    strategy: { title: text(CLEAN), deficits: [wages] },
    action: { strategy, title: text(CLEAN) },
    comment: { target: wages, body: text(CLEAN) },
    norm: { deficit: wages, kind: 'upr', text: text(CLEAN) },
    cause: { deficit: wages, kind: 'cause', order: 1, body: text(CLEAN) },
    link: { from: wages, to: unions, kind: 'blocks', note: text(CLEAN) },
  };
  for (const type of KEEPS_PASTED) {
    const level = ['deficit', 'clause', 'strategy', 'comment'].includes(type)
      ? { confidentiality: 'public' }
      : {};
    const write = type === 'dossier' ? edit : create;
    write(here, type, ids[type] ?? idOf(`a ${type}`), {
      ...hangs[type],
      ...level,
      pasted: text(`${DIRTY} ${type}`),
    });
  }
  for (const edition of EDITIONS) {
    const content = JSON.stringify(editionOf(snapshotOf(here.db), edition, {}));
    // Every record is in it by its text: what is looked for could have been there.
    expect(content.split(CLEAN).length - 1, edition).toBeGreaterThanOrEqual(KEEPS_PASTED.length);
    expect(content, edition).not.toContain(DIRTY);
  }
});

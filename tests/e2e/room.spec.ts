/**
 * A session from its opening to its close, by keyboard alone: presence and quorum, the list by the keys 1 to 4, the
 * floor and its clock, the running record, and what the whole leaves behind.
 */
import type { Page } from '@playwright/test';
import type { FloorState, PointRow } from '../../shared/contract/index.ts';
import { ask as call, dossierOf } from '../fixtures/ask.ts';
import { problemsInBothThemes, problemsOf } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { find, press, reach, write } from './keyboard.ts';

const WORDS = {
  en: {
    open: 'Open the session',
    agenda: 'Opening and adoption',
    list: /^Speakers’ list/,
    floor: 'The floor',
    seats: { G: 'Government', E: 'Employers', W: 'Workers', I: 'Invited' },
    held: 'On hold',
    point: 'Registration offices open in every district.',
    close: 'Close the session',
  },
  ar: {
    quorum: /^النصاب: مكتمل/,
    all: 'تسجيل حضور الأصلاء جميعاً',
    open: 'افتتاح الجلسة',
    agenda: 'الافتتاح واعتماد جدول الأعمال',
    list: /^قائمة المتحدثين/,
    floor: 'الكلمة',
    seats: { G: 'الحكومة', E: 'أصحاب العمل', W: 'العمال', I: 'المدعوون' },
    order: 'نقطة نظام',
    held: 'متوقف مؤقتاً',
    write: 'دوّن ما قيل',
    heard: 'سُمع ولم يُعرض بعد',
    point: 'تُفتح مكاتب التسجيل في كل بلدية.',
    conclusion: 'اشتراك جزافي لما دون عشرة عمال.',
    table: 'عرض في جدول',
    close: 'اختتام الجلسة',
    confirm: 'اختتام',
  },
} as const;

interface Ref {
  readonly dossier: string;
  readonly session: string;
}

/** A planned plenary with two items, and the page on its room. */
async function enterRoom(page: Page, agenda: string): Promise<Ref> {
  const dossier = dossierOf(page);
  const session = crypto.randomUUID();
  await call(page, 'record.create', {
    dossier,
    type: 'session',
    id: session,
    members: { title: { ar: 'الجلسة العامة', en: 'Plenary' }, kind: 'plenary', speakerSeconds: 180 },
  });
  for (const [index, title] of [agenda, 'B'].entries())
    await call(page, 'record.create', {
      dossier,
      type: 'agendaItem',
      members: { session, order: index + 1, kind: 'item', minutes: 30, title: { ar: title, en: title } },
    });
  await page.evaluate(
    ([d, s]) => {
      location.hash = `#/d/${d}/sessions/${s}?view=room`;
    },
    [dossier, session] as const,
  );
  await page.locator('.sitting').waitFor();
  return { dossier, session };
}

const stateOf = (page: Page, ref: Ref): Promise<FloorState> => call(page, 'floor.state', ref);

// In English the session of six hours goes the same way.
test.describe('in Arabic', () => {
  test.use({ language: 'ar', theme: 'light' });

  test('[room] a session is run from its opening to its close, by keyboard', async ({ page }) => {
    // A whole session, and axe four times on screens this full.
    test.slow();
    const words = WORDS.ar;
    const ref = await enterRoom(page, words.agenda);

    await test.step('presence is taken and the quorum reached', async () => {
      await page.keyboard.press('p');
      const drawer = page.getByRole('dialog');
      await expect(drawer).toBeVisible();
      for (const seat of ['G', 'E', 'W'] as const) {
        const all = drawer
          .getByRole('region', { name: words.seats[seat], exact: true })
          .getByRole('button', { name: words.all });
        await press(page, all);
        await expect
          .poll(async () => {
            const { present, entitled } = (await stateOf(page, ref)).quorum.seats[seat];
            return present > 0 && present === entitled;
          })
          .toBe(true);
      }
      expect(await problemsInBothThemes(page, 'presence')).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(drawer).toHaveCount(0);
      await expect(page.getByRole('button', { name: words.quorum })).toBeVisible();
      expect((await stateOf(page, ref)).quorum.met).toBe(true);
    });

    const list = page.getByRole('grid', { name: words.list });
    const rows = list.getByRole('row');
    const floor = page.getByRole('region', { name: words.floor, exact: true });

    await test.step('the session is opened, and goes to its first item', async () => {
      await press(page, page.getByRole('button', { name: words.open }));
      await expect(page.getByRole('button', { name: words.close })).toBeVisible();
      await page.keyboard.press('j');
      await expect(page.locator('[aria-current=step]')).toContainText(words.agenda);
    });

    await test.step('speakers are added by the keys 1 to 4, and moved', async () => {
      for (const [index, key] of ['Digit1', 'Numpad2', 'Digit3', 'Digit4'].entries()) {
        await page.keyboard.press(key);
        await expect(rows).toHaveCount(index + 1);
      }
      await expect(rows.nth(0)).toContainText(words.seats.G);
      await expect(rows.nth(3)).toContainText(words.seats.I);
      await reach(page, rows.nth(0));
      await page.keyboard.press('Alt+ArrowDown');
      await expect(rows.nth(0)).toContainText(words.seats.E);
      await expect(rows.nth(1)).toContainText(words.seats.G);
      await page.keyboard.press('Alt+ArrowUp');
      await expect(rows.nth(0)).toContainText(words.seats.G);
      // The one who was invited goes home.
      await reach(page, rows.nth(3), 'ArrowDown');
      await page.keyboard.press('Delete');
      await expect(rows).toHaveCount(3);
    });

    await test.step('the floor is given and its time runs', async () => {
      await page.keyboard.press('n');
      await expect(floor).toContainText(words.seats.G);
      await expect(rows).toHaveCount(2);
      const timer = page.getByRole('timer').locator('.sitting-timer-time');
      const first = await timer.textContent();
      await expect.poll(() => timer.textContent()).not.toBe(first);
      await page.keyboard.press('=');
      await expect.poll(async () => (await stateOf(page, ref)).speaking?.limitMs).toBe(210_000);
      await page.keyboard.press('Escape');
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await page.keyboard.press('Space');
      await expect(floor).toContainText(words.held);
      await page.keyboard.press('Space');
      await expect(floor).not.toContainText(words.held);
    });

    await test.step('a point of order comes first', async () => {
      await page.keyboard.press('o');
      await page.keyboard.press('3');
      await expect(rows.nth(0)).toContainText(words.order);
      await page.keyboard.press('s');
      await expect(floor).toContainText(words.order);
      await page.keyboard.press('5');
      await expect(floor).not.toContainText(words.order);
      await expect(rows).toHaveCount(2);
      await page.keyboard.press('n');
      await expect(floor).toContainText(words.seats.E);
    });

    await test.step('what is said is written', async () => {
      await page.keyboard.press('/');
      const line = page.getByRole('textbox', { name: words.write });
      await expect(line).toBeFocused();
      await page.keyboard.type(words.point);
      await page.keyboard.press('Enter');
      await expect(line).toHaveValue('');
      await expect(line).toBeFocused();
      await page.keyboard.type(words.conclusion);
      await page.keyboard.press('Shift+Enter');
      await expect(page.locator('.sitting-point')).toHaveCount(2);
      const heard = page.getByRole('region', { name: words.heard });
      await expect(heard).toContainText(words.conclusion);
      await expect(heard).not.toContainText(words.point);
      // A word that was only paused after is kept as well.
      await page.keyboard.type('1234');
      await expect
        .poll(async () => (await call<{ total: number }>(page, 'session.record', ref)).total)
        .toBe(3);
      await page.keyboard.press('Escape');
      await expect(line).not.toBeFocused();
    });

    expect(await problemsInBothThemes(page, 'room')).toEqual([]);
    await press(page, page.getByRole('button', { name: words.table }));
    await expect(page.locator('.sitting-table')).toBeVisible();

    await test.step('the session is closed', async () => {
      const before = await stateOf(page, ref);
      expect(before.balance.time.G.turns).toBe(1);
      expect(before.balance.time.chair.turns).toBe(1);
      expect(before.balance.pointsOfOrder.turns).toBe(1);
      await press(page, page.getByRole('button', { name: words.close }), 'Shift+Tab');
      const dialog = page.getByRole('alertdialog');
      const foot = dialog.locator('.dialog-foot');
      await press(page, foot.getByRole('button', { name: words.confirm, exact: true }));
      await expect(page).toHaveURL(/view=minutes/);
      const after = await stateOf(page, ref);
      expect(after.phase).toBe('closed');
      expect(after.balance.time.E.turns).toBe(1);
      expect(after.speaking).toBeNull();
    });
  });
});

test.describe('keys', () => {
  test.use({ language: 'ar', theme: 'light' });

  test('[room] keys count by their place on an Arabic layout, and rest when they are switched off', async ({
    page,
  }) => {
    const ref = await enterRoom(page, WORDS.ar.agenda);
    await press(page, page.getByRole('button', { name: WORDS.ar.open }));
    await expect(page.getByRole('button', { name: WORDS.ar.close })).toBeVisible();
    /** As a keyboard with Arabic letters and digits sends it. */
    const strike = (key: string, code: string) =>
      page.evaluate(
        ([k, c]) =>
          document.body.dispatchEvent(
            new KeyboardEvent('keydown', { key: k, code: c, bubbles: true, cancelable: true }),
          ),
        [key, code] as const,
      );
    const rows = page.getByRole('grid', { name: WORDS.ar.list }).getByRole('row');
    await strike('٣', 'Digit3');
    await expect(rows).toHaveCount(1);
    await strike('ى', 'KeyN');
    await expect(page.getByRole('region', { name: WORDS.ar.floor, exact: true })).toContainText(
      WORDS.ar.seats.W,
    );
    const settings = await call<{ singleKeys: boolean }>(page, 'settings.get', {});
    await call(page, 'settings.set', { ...settings, singleKeys: false });
    // The window hears of it by the event that follows.
    await expect
      .poll(async () => {
        await page.keyboard.press('1');
        const before = (await stateOf(page, ref)).queue.length;
        await page.keyboard.press('1');
        return (await stateOf(page, ref)).queue.length - before;
      })
      .toBe(0);
    const waiting = (await stateOf(page, ref)).queue.length;
    await page.keyboard.press('1');
    await page.keyboard.press('n');
    const state = await stateOf(page, ref);
    expect(state.queue).toHaveLength(waiting);
    expect(state.speaking?.speaker).toBe('W');
  });
});

test.describe('a power cut', () => {
  test.use({ language: 'en', theme: 'light' });

  test('[L2] what stood in the line at the last pause of typing is there after the host is killed', async ({
    hiwar,
    page,
  }) => {
    test.slow();
    const words = WORDS.en;
    const ref = await enterRoom(page, words.agenda);
    await press(page, page.getByRole('button', { name: words.open }));
    await expect(page.getByRole('button', { name: words.close })).toBeVisible();
    await page.keyboard.press('1');
    const rows = page.getByRole('grid', { name: words.list }).getByRole('row');
    await expect(rows).toHaveCount(1);
    await page.keyboard.press('n');
    await expect(rows).toHaveCount(0);
    await page.keyboard.press('/');
    await page.keyboard.type(words.point);
    // Not filed: the pause alone keeps it, and the page says so only then.
    await expect(page.getByRole('banner').getByText('Saved on this device')).toBeVisible();
    await hiwar.kill();
    await hiwar.open(page);
    await page.evaluate(
      ([d, s]) => {
        location.hash = `#/d/${d}/sessions/${s}?view=room`;
      },
      [ref.dossier, ref.session] as const,
    );
    await expect(page.locator('.sitting-point')).toContainText(words.point);
    const floor = page.getByRole('region', { name: words.floor, exact: true });
    await expect(floor).toContainText(words.seats.G);
    await expect(floor).toContainText(words.held);
  });
});

test.describe('details of an entry', () => {
  test.use({ language: 'en', theme: 'light' });

  test('[room] an action says who is responsible and when it is due, a point which clause it is about', async ({
    page,
  }) => {
    const words = WORDS.en;
    const ref = await enterRoom(page, words.agenda);
    const clause = crypto.randomUUID();
    const { record: made } = await call<{ record: { number: string } }>(page, 'record.create', {
      dossier: ref.dossier,
      type: 'clause',
      id: clause,
      members: { body: { en: 'Offices open in every district.' } },
    });
    await press(page, page.getByRole('button', { name: words.open }));
    await expect(page.getByRole('button', { name: words.close })).toBeVisible();
    const record = page.locator('.sitting-record');
    const file = record.getByRole('button', { name: 'File', exact: true });
    const read = async (): Promise<readonly PointRow[]> =>
      (await call<{ points: PointRow[] }>(page, 'session.record', { ...ref, limit: 10 })).points;

    await page.keyboard.press('/');
    await page.keyboard.type('Circulate the figures.');
    const kinds = record.getByRole('radiogroup', { name: 'Kind of entry' });
    await reach(page, kinds.getByRole('radio', { name: 'Point', exact: true }));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    await expect(kinds.getByRole('radio', { name: 'Action' })).toBeChecked();
    await press(page, record.getByRole('button', { name: 'Details of the entry' }));
    await write(page, record.getByRole('textbox', { name: 'Responsible' }), 'Statistics Office');
    await reach(page, record.getByRole('group', { name: 'Due' }).getByRole('spinbutton').first());
    // The same day whichever part comes first.
    await page.keyboard.type('12122027');
    // Below the level of names no person and no organization is asked for.
    await expect(record.getByRole('combobox', { name: 'Speaker' })).toHaveCount(0);
    await expect(record.getByRole('combobox', { name: 'Organization' })).toHaveCount(0);
    await press(page, file, 'Shift+Tab');
    await expect(record.locator('.sitting-point')).toContainText('Statistics Office');
    await expect(record.locator('.sitting-point')).toContainText('2027');

    await page.keyboard.press('/');
    await page.keyboard.type('As the clause has it.');
    await find(
      page,
      record.getByRole('combobox', { name: 'Linked to a clause' }),
      'Offices open',
      made.number,
    );
    expect(await problemsOf(page, 'details of an entry')).toEqual([]);
    await press(page, file, 'Shift+Tab');
    await expect(record.locator('.sitting-point').last()).toContainText(`C-${made.number}`);
    const points = await read();
    expect(points[0]).toMatchObject({
      kind: 'action',
      responsible: { en: { text: 'Statistics Office' } },
      due: '2027-12-12',
    });
    expect(points[1]).toMatchObject({ kind: 'point', clause, clauseNumber: made.number });

    // Written again, an entry keeps what it says beside its text.
    await press(page, record.getByRole('button', { name: 'Edit: Circulate the figures.' }), 'Shift+Tab');
    await expect(record.getByRole('textbox', { name: 'Responsible' })).toHaveValue('Statistics Office');
    await page.keyboard.type(' By email.');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await read())[0]?.body.en?.text).toBe('Circulate the figures. By email.');
    expect((await read())[0]).toMatchObject({
      responsible: { en: { text: 'Statistics Office' } },
      due: '2027-12-12',
    });
  });

  test('[room] where people are named, an entry says who spoke and for whom', async ({ page }) => {
    const words = WORDS.en;
    const ref = await enterRoom(page, words.agenda);
    const { dossier, session } = ref;
    for (const [type, id] of [
      ['dossier', dossier],
      ['session', session],
    ])
      await call(page, 'record.edit', { dossier, type, id, members: { attribution: 'named' } });
    const organization = crypto.randomUUID();
    const participant = crypto.randomUUID();
    await call(page, 'record.create', {
      dossier,
      type: 'organization',
      id: organization,
      members: { name: { en: 'Union of port offices' }, seat: 'W' },
    });
    await call(page, 'record.create', {
      dossier,
      type: 'participant',
      id: participant,
      members: { name: 'Spokesperson of the ports', seat: 'W', organization, standing: 'titular' },
    });
    await press(page, page.getByRole('button', { name: words.open }));
    await expect(page.getByRole('button', { name: words.close })).toBeVisible();
    const record = page.locator('.sitting-record');
    await page.keyboard.press('/');
    await page.keyboard.type('The berths are too few.');
    await press(page, record.getByRole('button', { name: 'Details of the entry' }));
    const speaker = record.getByRole('combobox', { name: 'Speaker' });
    await find(page, speaker, 'of the ports', 'Spokesperson of the ports');
    // The constituency and the organization come with whoever spoke.
    await expect(record.getByRole('combobox', { name: 'Organization' })).toHaveValue('Union of port offices');
    await expect(record.getByRole('button', { name: /Said by/ })).toContainText(words.seats.W);
    await press(page, record.getByRole('button', { name: 'File', exact: true }), 'Shift+Tab');
    const said = record.locator('.sitting-point');
    await expect(said).toContainText('Spokesperson of the ports');
    await expect(said).toContainText('Union of port offices');
    const { points } = await call<{ points: PointRow[] }>(page, 'session.record', { ...ref, limit: 10 });
    expect(points[0]).toMatchObject({ participant, organization, seat: 'W', level: 'named' });
  });
});

test.describe('a session without power', () => {
  test.use({ language: 'en', theme: 'light' });

  test('[room] what was kept on paper is typed in while the session is suspended, and nobody is counted twice', async ({
    page,
  }) => {
    const words = WORDS.en;
    const ref = await enterRoom(page, words.agenda);
    const keyIn = page.getByRole('button', { name: 'Key in from paper' });
    await press(page, page.getByRole('button', { name: words.open }));
    await expect(page.getByRole('button', { name: words.close })).toBeVisible();
    await expect(keyIn).toHaveCount(0);
    await call(page, 'floor.act', { ...ref, act: { kind: 'suspend', why: 'other' } });
    await press(page, keyIn);
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('heading', { name: 'Sign-in sheet' })).toHaveCount(0);
    await expect(dialog).toContainText('until then', { ignoreCase: true });
    await write(page, dialog.getByRole('textbox', { name: 'Length' }), '4:30');
    await page.keyboard.press('Enter');
    await press(page, dialog.getByRole('button', { name: 'Enter all' }));
    await expect(dialog).toHaveCount(0);
    const { phase, balance } = await stateOf(page, ref);
    expect(phase).toBe('suspended');
    expect(balance.totalMs).toBe(270_000);
  });
});

test.describe('the menu of breaks', () => {
  test.use({ language: 'en', theme: 'dark' });

  test('[room] lies beside the room that goes on, and closes by its button, outside it, and by keys', async ({
    page,
  }) => {
    await enterRoom(page, WORDS.en.agenda);
    await page.getByRole('button', { name: WORDS.en.open }).click();
    const suspend = page.getByRole('button', { name: 'Suspend', exact: true });
    const menu = page.getByRole('menu');
    await suspend.click();
    await expect(menu).toBeVisible();
    // What goes on is neither covered nor taken from a screen reader.
    await expect(page.getByRole('region', { name: WORDS.en.floor, exact: true })).toBeVisible();
    await page.mouse.click(20, 700);
    await expect(menu).toHaveCount(0);
    await suspend.click();
    await expect(menu).toBeVisible();
    await suspend.click();
    await expect(menu).toHaveCount(0);
    for (const key of ['Escape', 'Tab']) {
      await suspend.click();
      await expect(menu).toBeVisible();
      await page.keyboard.press(key);
      await expect(menu).toHaveCount(0);
    }
    await suspend.click();
    await menu.getByRole('menuitem').nth(1).click();
    await expect(menu).toHaveCount(0);
    await expect(page.locator('.sitting-floor-keys')).toHaveCount(0);
  });
});

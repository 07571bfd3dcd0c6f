import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Locator, Page } from '@playwright/test';
import { labelOf } from '../../shared/reference/index.ts';
import { ask, dossierOf } from '../fixtures/ask.ts';
import { sayer } from '../fixtures/words.ts';
import { problemsOf } from './axe.ts';
import { expect, goTo, test } from './fixtures.ts';
import { pick, press, reach, write } from './keyboard.ts';

type Say = ReturnType<typeof sayer>;
type Side = 'G' | 'E' | 'W';
const SIDES = ['G', 'E', 'W'] as const;

const button = (page: Page | Locator, name: string): Locator => page.getByRole('button', { name });
const heading = (page: Page): Locator => page.getByRole('heading', { level: 1 });

/** Prepares a round of the first three deficits and begins it; answers the codes as they are shown. */
async function beginRound(
  page: Page,
  say: Say,
  { name, word, look }: { name: string; word: string; look: (screen: string) => Promise<void> },
): Promise<Record<Side, string>> {
  const p = (key: string, values?: object): string => say('priorities', key, values);
  await press(page, button(page, p('rounds.new')));
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: p('prepare.name') })).toBeFocused();
  // Without a title and without deficits nothing is made.
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText(p('prepare.needsName'));
  await write(page, dialog.getByRole('textbox', { name: p('prepare.name') }), name);
  // One is found by a word of its title, two are met by the arrows.
  const row = (number: string): Locator => dialog.getByRole('row').filter({ hasText: number });
  await write(page, dialog.getByRole('searchbox'), word);
  await expect(dialog.getByRole('status')).toContainText(p('prepare.found_one'));
  await reach(page, row('D-003'));
  await page.keyboard.press('Space');
  await reach(page, dialog.getByRole('searchbox'), 'Shift+Tab');
  await page.keyboard.press('Escape');
  await reach(page, row('D-001'));
  await page.keyboard.press('Space');
  await expect(row('D-024'), 'only what is in sight is drawn').toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(dialog.getByRole('status')).toContainText('3');
  await reach(page, button(dialog, p('prepare.onlyChosen')), 'Shift+Tab');
  await page.keyboard.press('Space');
  await expect(dialog.getByRole('row')).toHaveCount(1 + 3);
  await look('prepare');
  await press(page, button(dialog, p('prepare.save')));
  await expect(heading(page)).toContainText(name);
  await press(page, button(page, p('round.begin')));
  await press(page, button(page.getByRole('alertdialog'), p('begin.confirm')));
  const codes = page.getByRole('dialog', { name: p('codes.title') });
  await expect(codes).toContainText(p('codes.once'));
  const shown = await codes.locator('.priorities-code').allTextContents();
  // By a slip of a key they do not go.
  await page.keyboard.press('Escape');
  await expect(codes).toBeVisible();
  await reach(page, codes.getByRole('checkbox'));
  await page.keyboard.press('Space');
  await press(page, button(codes, p('codes.close')));
  await expect(codes).toHaveCount(0);
  return { G: shown[0] ?? '', E: shown[1] ?? '', W: shown[2] ?? '' };
}

/** Ballots of one side: whose it is, the digits of each, and Enter. Of paper the next sheet is of the same side. */
async function castBallots(
  page: Page,
  say: Say,
  side: Side,
  ballots: readonly string[],
  isPaper = false,
): Promise<void> {
  const group = page.getByRole('radiogroup', { name: say('priorities', 'ballot.whose') });
  const cells = page.getByRole('gridcell');
  for (const [n, digits] of ballots.entries()) {
    if (n === 0 || !isPaper) {
      await expect(group.locator(':focus')).toHaveCount(1);
      await pick(page, group, say('ui', `seat.${side}`));
      await page.keyboard.press('Tab');
    }
    await expect(cells.first()).toBeFocused();
    await page.keyboard.type(digits);
    await page.keyboard.press('Enter');
    await expect(page.locator('.priorities-scores .on'), 'forgotten once cast').toHaveCount(0);
  }
}

for (const language of ['ar', 'en'] as const)
  test.describe(`in ${language}, by keyboard alone`, () => {
    test.use({ language, theme: language === 'ar' ? 'dark' : 'light' });
    const say = sayer(language);
    const p = (key: string, values?: object): string => say('priorities', key, values);
    const forward = language === 'ar' ? 'ArrowLeft' : 'ArrowRight';

    test('a sealed round is prepared, scored, opened by three codes, and read', async ({ page, hiwar }) => {
      test.setTimeout(120_000);
      const problems: string[] = [];
      const look = async (screen: string): Promise<void> => {
        problems.push(...(await problemsOf(page, `${screen} ${language}`)));
      };
      await page.keyboard.press('Alt+Digit5');
      await press(page, page.getByRole('link', { name: say('deficits', 'views.priorities') }));
      await expect(heading(page)).toHaveText(p('title'));
      await expect(page.getByRole('img', { name: p('heat.title') })).toBeVisible();
      await look('stated');

      // How strong the workers hold the evidence to be: a column of theirs, and no other moves.
      const line = page.getByRole('row').filter({ hasText: 'D-017' });
      const strong = labelOf('evidence-strength', 'strong', language);
      await press(page, line.getByRole('link'));
      const field = say('deficits', 'field.evidenceHeld');
      const workers = say('deficits', 'editor.of', { field, who: say('ui', 'seat.W') });
      await press(page, button(page, workers));
      // It opens at what stands there: not asked, below the four steps.
      await page.keyboard.press('Home');
      await reach(page, page.getByRole('option', { name: strong }), 'ArrowDown', 8);
      await page.keyboard.press('Enter');
      const single = say('deficits', 'field.evidenceStrength');
      await expect(button(page, single)).toContainText(labelOf('evidence-strength', 'moderate', language));
      await goTo(page, 'deficits', '?view=priorities');
      const held = line.getByRole('cell').nth(2).locator('li');
      await expect(held.nth(2)).toContainText(strong);
      await expect(held.nth(0)).toContainText(say('ui', 'missing.not-asked'));
      const by = page.getByRole('radiogroup', { name: p('stated.by') });
      await reach(page, by.getByRole('radio', { name: p('stated.any') }));
      for (let n = 0; n < 3; n += 1) await page.keyboard.press(forward);
      await page.keyboard.press('Space');
      await expect(by.getByRole('radio', { name: p('stated.evidence') })).toBeChecked();
      const [first] = await page.locator('.priorities-stated tbody tr').all();
      await expect(first?.getByRole('cell').nth(2) as Locator).toContainText(
        language === 'ar' ? p('stated.steps_two') : p('stated.steps_other', { count: 2 }),
      );

      const codes = await beginRound(page, say, {
        name: language === 'ar' ? 'جولة الفرز' : 'Sorting round',
        word: language === 'ar' ? 'تفتيش واقعاً' : 'inspection thin',
        look,
      });
      const dossier = dossierOf(page);
      const [round] = await ask<{ id: string; phase: string }[]>(page, 'scoring.list', { dossier });
      const id = round?.id ?? '';

      // All three lean to the first, the second splits them; of the workers too few gave a ballot to the end.
      await press(page, button(page, p('round.cast')));
      await castBallots(page, say, 'G', ['444441', '343412', '434421']);
      await castBallots(page, say, 'E', ['441141', '342112', '431221']);
      await castBallots(page, say, 'W', ['444422']);
      await pick(page, page.getByRole('radiogroup', { name: p('ballot.whose') }), say('ui', 'seat.W'));
      await page.keyboard.press('Tab');
      await page.keyboard.press('4');
      await page.keyboard.press('Enter');
      await expect(page.locator('.priorities-ballot')).toContainText(/5/);
      await page.keyboard.press('Backspace');
      await look('ballots');
      await expect(ask(page, 'scoring.results', { dossier, round: id })).rejects.toThrow('scoring.sealed');

      // A power cut takes nothing that was cast.
      if (language === 'ar') {
        await hiwar.kill();
        await hiwar.open(page);
        await goTo(page, 'deficits', `?view=priorities&round=${id}`);
      }
      const tiles = page.locator('.priorities-tiles li');
      await expect(tiles.nth(0)).toContainText('3');
      await expect(tiles.nth(1)).toContainText('3');
      await expect(tiles.nth(2).locator('strong')).toHaveText(p('round.count_one'));

      await press(page, button(page, p('round.paper')));
      await castBallots(page, say, 'W', ['344322', '434311'], true);
      await press(page, button(page, p('ballot.finish')));

      await press(page, button(page, p('round.open')));
      const dialog = page.getByRole('dialog', { name: p('open.title') });
      const fieldOf = (side: Side): Locator =>
        dialog.getByRole('textbox', { name: p('open.code', { who: say('ui', `seat.${side}`) }) });
      for (const side of SIDES) {
        await reach(page, fieldOf(side));
        const code = codes[side].trim();
        const slip = code.replace(/^\d/, (digit) => String((Number(digit) + 1) % 10));
        await page.keyboard.type(side === 'E' ? slip : code);
      }
      await page.keyboard.press('Enter');
      await expect(dialog).toContainText(p('open.wrong', { group: 1 }));
      await look('open');
      await reach(page, fieldOf('E'), 'Shift+Tab');
      await page.keyboard.press('Control+a');
      await page.keyboard.type(codes.E.trim());
      await page.keyboard.press('Enter');
      await expect(dialog).toHaveCount(0);

      const ground = (kind: string): Locator => page.locator(`.priorities-ground.${kind}`);
      await expect(ground('common').locator('.priorities-line').filter({ hasText: 'D-001' })).toHaveCount(1);
      await expect(ground('split').locator('.priorities-line').filter({ hasText: 'D-002' })).toHaveCount(1);
      await expect(ground('common')).not.toContainText('D-002');
      await look('ground');
      await reach(page, page.getByRole('tab', { name: p('results.ground') }));
      for (const [tab, pictures] of [
        ['matrix', 3],
        ['heat', 1],
      ] as const) {
        await page.keyboard.press(forward);
        await expect(page.getByRole('tab', { name: p(`results.${tab}`) })).toBeFocused();
        await expect(page.getByRole('img').and(page.locator('svg.chart'))).toHaveCount(pictures);
        if (tab === 'heat' || language === 'ar') await look(tab);
        await press(page, button(page, p('as.table')));
        await expect(page.getByRole('table')).toContainText(tab === 'matrix' ? 'D-003' : say('ui', 'seat.W'));
        if (tab === 'matrix' && language === 'en') await look('matrix as table');
        await reach(page, page.getByRole('tab', { name: p(`results.${tab}`) }), 'Shift+Tab');
      }
      expect(problems).toEqual([]);
    });
  });

for (const language of ['ar', 'en'] as const)
  test.describe(`rounds that went on in two copies, in ${language}`, () => {
    test.use({ language, theme: language === 'ar' ? 'light' : 'dark' });

    test('are decided on their screen, with a reason and by keyboard', async ({ page, hiwar }) => {
      const say = sayer(language);
      const p = (key: string): string => say('priorities', key);
      const h = (key: string): string => say('history', key);
      const dialog = page.locator('[role=dialog]');
      await page.waitForURL(/#\/d\//);
      await hiwar.stop();
      const script = join(import.meta.dirname, '../fixtures/rounds-apart.ts');
      const made = await promisify(execFile)(process.execPath, [script, hiwar.dossiers()[0] as string]);
      const { twice } = JSON.parse(made.stdout) as { twice: string };
      await hiwar.open(page);
      const problems: string[] = [];

      // From the list of all that waits there is a way to the round.
      await goTo(page, 'history');
      await press(page, page.getByRole('link', { name: h('decideThere') }).first());
      await expect(heading(page)).toContainText('Given up');
      await expect(page.locator('.notice.bad')).toContainText(p('copies.phase'));
      await expect(button(page, p('round.cast'))).toHaveCount(0);
      problems.push(...(await problemsOf(page, 'undecided')));
      await press(page, button(page, say('editing', 'resolveOf', { field: h('field.phase') })));
      await expect(dialog).toContainText(p('phase.abandoned'));
      const going = dialog.getByRole('listitem').filter({ hasText: p('phase.scoring') });
      await press(page, button(going, h('takeThis')));
      await write(page, dialog.getByRole('textbox'), 'All three go on');
      problems.push(...(await problemsOf(page, 'deciding')));
      await press(page, button(dialog, h('resolveIt')));
      await expect(dialog).toHaveCount(0);
      await expect(page.locator('.notice.bad')).toHaveCount(0);
      await expect(button(page, p('round.cast'))).toBeVisible();

      await goTo(page, 'deficits', `?view=priorities&round=${twice}`);
      await expect(page.getByText(p('copies.openings'))).toBeVisible();
      const shown = page.getByRole('radiogroup', { name: p('copies.shown') });
      await expect(shown.getByRole('radio')).toHaveCount(2);
      const ground = (kind: string): Locator => page.locator(`.priorities-ground.${kind} .priorities-line`);
      await expect(page.locator('.priorities-ground .priorities-line')).toHaveCount(3);
      const before = await ground('common').count();
      await reach(page, shown.getByRole('radio', { checked: true }));
      await page.keyboard.press('ArrowDown');
      await expect(ground('common')).toHaveCount(3 - before);
      problems.push(...(await problemsOf(page, 'openings')));
      await press(page, button(page, p('copies.decide')));
      await write(page, dialog.getByRole('textbox'), 'More people were there');
      problems.push(...(await problemsOf(page, 'deciding between openings')));
      await press(page, button(dialog, p('copies.decide')));
      await expect(dialog).toHaveCount(0);
      await expect(button(page, p('copies.decide'))).toHaveCount(0);
      await expect(ground('common')).toHaveCount(3 - before);
      expect(problems).toEqual([]);
    });
  });

test.describe('on paper', () => {
  test.use({ language: 'en' });
  test('a round in preparation has its sheet as a file in each language', async ({ page }) => {
    const say = sayer('en');
    await page.waitForURL(/#\/d\//);
    const dossier = dossierOf(page);
    const list = await ask<{ record: { id: string } }[]>(page, 'record.list', {
      dossier,
      type: 'deficit',
      limit: 5,
    });
    const { id } = await ask<{ id: string }>(page, 'scoring.prepare', {
      dossier,
      title: { en: 'Paper round', ar: 'جولة ورقية' },
      deficits: list.map(({ record }) => record.id),
      criteria: ['severity', 'feasibility'],
    });
    await goTo(page, 'deficits', `?view=priorities&round=${id}`);
    await press(page, button(page, say('priorities', 'round.sheet')));
    const dialog = page.getByRole('dialog');
    await reach(page, dialog.getByRole('checkbox', { name: 'العربية' }));
    await page.keyboard.press('Space');
    await press(page, button(dialog, say('priorities', 'sheet.make')));
    await expect(dialog.getByText(/-scoring-[0-9a-f]{8}-(ar|en)\.pdf$/)).toHaveCount(2, { timeout: 40_000 });
  });
});

/** What the room is shown, in a tab of its own: pushed, frozen, blank, in two languages, after a reload. */
import type { Page } from '@playwright/test';
import { ask as call, dossierOf } from '../fixtures/ask.ts';
import { problemsOf } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { press, reach } from './keyboard.ts';

/** A plenary that has begun, with one item; its room screen open. */
async function openSession(page: Page): Promise<{ dossier: string; session: string }> {
  const dossier = dossierOf(page);
  const session = crypto.randomUUID();
  const make = (type: string, id: string, members: unknown) =>
    call(page, 'record.create', { dossier, type, id, members });
  await make('session', session, {
    title: { ar: 'الجلسة العامة الثانية', en: 'Second plenary', fr: 'Deuxième plénière' },
    kind: 'plenary',
  });
  await make('agendaItem', crypto.randomUUID(), {
    session,
    order: 1,
    kind: 'item',
    minutes: 45,
    title: { ar: 'الأجور', en: 'Wages', fr: 'Les salaires' },
    notes: { en: 'PLANTED note' },
  });
  await call(page, 'floor.act', { dossier, session, act: { kind: 'open' } });
  await page.goto(`${new URL(page.url()).origin}/#/d/${dossier}/sessions/${session}?view=room`);
  return { dossier, session };
}

for (const language of ['en', 'ar'] as const)
  test.describe(language, () => {
    test.use({ language });
    const words =
      language === 'ar'
        ? {
            open: 'فتح شاشة العرض',
            sees: /^القاعة ترى/,
            agenda: 'جدول الأعمال',
            speaker: 'المتحدث ووقته',
            freeze: 'تجميد',
            blank: 'إعتام',
          }
        : {
            open: 'Open the screen of the room',
            sees: /^The room sees/,
            agenda: 'Agenda',
            speaker: 'Speaker and clock',
            freeze: 'Freeze',
            blank: 'Blank',
          };

    test(`the room is shown what is pushed, by keyboard (${language})`, async ({ page, context }) => {
      const { dossier, session } = await openSession(page);
      const opened = context.waitForEvent('page');
      await press(page, page.getByRole('button', { name: words.open }));
      const room = await opened;
      await room.waitForURL(/#\/room$/);
      await expect(room.locator('.wall-idle')).toBeVisible();
      expect(await room.evaluate(() => Object.keys(sessionStorage))).toEqual(['hiwar.room-token']);

      const show = async (what: string): Promise<void> => {
        await press(page, page.getByRole('button', { name: words.sees }), 'Shift+Tab');
        await reach(page, page.getByRole('menuitem', { name: what, exact: true }), 'ArrowDown', 12);
        await page.keyboard.press('Enter');
      };
      await show(words.agenda);
      await expect(room.getByText('الأجور')).toBeVisible();
      await expect(room.getByText('Wages')).toHaveAttribute('dir', 'ltr');
      expect(await room.locator('html').getAttribute('dir')).toBe('rtl');
      await call(page, 'projector.languages', { dossier, session, languages: ['fr', 'ar'] });
      await expect(room.getByText('Les salaires')).toBeVisible();
      await expect(room.getByText('Wages')).toHaveCount(0);
      expect(await room.locator('html').getAttribute('dir')).toBe('ltr');
      expect(await problemsOf(room, 'agenda in the room')).toEqual([]);

      await press(page, page.getByRole('button', { name: words.freeze, exact: true }));
      await show(words.speaker);
      await expect(room.getByText('Les salaires')).toBeVisible();
      await press(page, page.getByRole('button', { name: words.freeze, exact: true }));
      const act = (one: unknown) => call(page, 'floor.act', { dossier, session, act: one });
      await act({ kind: 'add', id: crypto.randomUUID(), seat: 'W', turn: 'turn', name: 'PLANTED Name' });
      await act({ kind: 'next', current: null });
      await expect(room.locator('.wall-timer')).toHaveText(/[0-9٠-٩]{2}:[0-9٠-٩]{2}/);
      await expect(room.getByRole('heading')).toContainText('Travailleurs');
      expect(await room.content()).not.toContain('PLANTED');
      expect(await problemsOf(room, 'speaker in the room')).toEqual([]);

      await press(page, page.getByRole('button', { name: words.blank, exact: true }));
      await expect(room.locator('.wall.blank')).toBeEmpty();
      await press(page, page.getByRole('button', { name: words.blank, exact: true }));
      await room.reload();
      await expect(room.getByRole('heading')).toContainText('Travailleurs');
      if (process.env.HIWAR_PICTURES) {
        await room.setViewportSize({ width: 1366, height: 768 });
        await room.screenshot({ path: `${process.env.HIWAR_PICTURES}/room-speaker-fr.png` });
        await call(page, 'projector.languages', { dossier, session, languages: ['ar', 'fr'] });
        await expect(room.locator('html')).toHaveAttribute('dir', 'rtl');
        await room.screenshot({ path: `${process.env.HIWAR_PICTURES}/room-speaker-ar.png` });
        await page.screenshot({ path: `${process.env.HIWAR_PICTURES}/controls-${language}.png` });
        const clause = crypto.randomUUID();
        const body = {
          ar: 'يُعتمد حد أدنى للأجور يُراجع كل سنتين.',
          fr: 'Un salaire minimum est adopté et revu tous les deux ans.',
        };
        await call(page, 'record.create', {
          dossier,
          type: 'clause',
          id: clause,
          members: { session, body },
        });
        await call(page, 'projector.show', { dossier, session, request: { kind: 'clause', clause } });
        await call(page, 'readBack.begin', { dossier, session, clause });
        const reservation = { ar: 'باستثناء المناطق الحرة', fr: 'Sauf dans les zones franches' };
        await call(page, 'readBack.answer', {
          dossier,
          session,
          constituency: 'G',
          position: {
            value: 'agree-with-reservation',
            mandate: 'mandated',
            reservation: Object.fromEntries(
              Object.entries(reservation).map(([lang, text]) => [lang, { text, status: 'original' }]),
            ),
          },
        });
        await expect(room.getByText('Sauf dans')).toBeVisible();
        await room.screenshot({ path: `${process.env.HIWAR_PICTURES}/room-clause.png` });
        await call(page, 'projector.show', { dossier, session, request: { kind: 'table', table: 'quorum' } });
        await room.locator('table').waitFor();
        await room.screenshot({ path: `${process.env.HIWAR_PICTURES}/room-quorum.png` });
      }
    });
  });

/** A proposed conclusion becomes a decision, by keyboard: read, answered by the three one by one, and ruled. */
import { ask as call, dossierOf } from '../fixtures/ask.ts';
import { problemsOf } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { pick, press, write } from './keyboard.ts';

const WORDS = {
  en: {
    begin: 'Begin the read-back',
    goOn: 'Go on with it',
    agree: 'Agrees',
    reserve: 'Agrees with reservation',
    reservation: /^Reservation/,
    silence: /^Silence/,
    mandate: 'Mandate',
    mandated: 'Mandated',
    subject: 'Subject to consultation',
    record: /^Record the answer/,
    replace: /^Change the answer: Workers/,
    confirm: 'Confirm the clause',
    defer: 'Defer the decision',
  },
  ar: {
    begin: 'بدء التلاوة',
    goOn: 'متابعة التلاوة',
    agree: 'موافقة',
    reserve: 'موافقة مع تحفظ',
    reservation: /^التحفظ/,
    silence: /^صمت/,
    mandate: 'التفويض',
    mandated: 'بتفويض',
    subject: 'رهناً بالتشاور',
    record: /^تسجيل جواب/,
    replace: /^تغيير الجواب: العمال/,
    confirm: 'إقرار البند',
    defer: 'إرجاء القرار',
  },
} as const;

for (const language of ['en', 'ar'] as const)
  test.describe(language, () => {
    test.use({ language, theme: language === 'ar' ? 'dark' : 'light' });

    test(`a proposed conclusion is read back and decided, by keyboard (${language})`, async ({ page }) => {
      const words = WORDS[language];
      const dossier = dossierOf(page);
      const session = crypto.randomUUID();
      const act = (one: unknown) => call(page, 'floor.act', { dossier, session, act: one });
      await call(page, 'record.create', {
        dossier,
        type: 'session',
        id: session,
        members: { title: { ar: 'الجلسة العامة', en: 'Plenary' }, kind: 'plenary' },
      });
      await act({ kind: 'open' });
      for (const seat of ['G', 'E', 'W']) await act({ kind: 'arrive', seat, standing: 'titular', count: 3 });
      const point = crypto.randomUUID();
      await call(page, 'session.note', {
        dossier,
        session,
        id: point,
        kind: 'proposed-conclusion',
        body: { [language]: 'The text that was proposed' },
      });
      await page.goto(`${new URL(page.url()).origin}/#/d/${dossier}/sessions/${session}?view=room`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByText('The text that was proposed').first().waitFor();
      await page.keyboard.press('l');
      const dialog = page.getByRole('dialog');
      await press(page, dialog.getByRole('button', { name: words.begin }));

      const answer = async (value: string | RegExp, mandate?: string): Promise<void> => {
        const form = dialog.locator('.readback-form');
        await pick(page, form.getByRole('radiogroup').first(), value);
        if (value === words.reserve)
          await write(
            page,
            form.getByRole('textbox', { name: words.reservation }).first(),
            'Except in free zones',
          );
        if (mandate) await pick(page, form.getByRole('radiogroup', { name: words.mandate }), mandate);
        await press(page, form.getByRole('button', { name: words.record }));
      };
      const exactly = (text: string): RegExp => new RegExp(`^${text}$`);
      await answer(exactly(words.agree), words.mandated);
      await expect(dialog.locator('[data-seat=G]')).toContainText(words.mandated);
      // Closed half way, it stays open in the record, and is gone on with.
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
      await press(page, page.getByRole('button', { name: words.goOn }));
      await expect(dialog).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
      // The key of the room leads back to it as the button does.
      await page.keyboard.press('l');
      await answer(words.reserve, words.subject);
      await expect(dialog.locator('[data-seat=E]')).toContainText('Except in free zones');
      expect(await problemsOf(page, 'read-back')).toEqual([]);
      if (process.env.HIWAR_PICTURES)
        await page.screenshot({ path: `${process.env.HIWAR_PICTURES}/readback-${language}.png` });

      // Silence confirms nothing: the chair may defer, and may not confirm.
      await answer(words.silence);
      await expect(dialog.getByRole('button', { name: words.defer })).toBeVisible();
      await expect(dialog.getByRole('button', { name: words.confirm })).toHaveCount(0);
      await press(page, dialog.getByRole('button', { name: words.replace }), 'Shift+Tab');
      await answer(exactly(words.agree), words.mandated);
      await press(page, dialog.getByRole('button', { name: words.confirm }));
      await expect(dialog).toHaveCount(0);
      expect(await call(page, 'readBack.state', { dossier, session })).toBeNull();
      const record = (await call(page, 'session.record', { dossier, session, limit: 10 })) as {
        points: { outcome: string }[];
      };
      expect(record.points[0]?.outcome).toBe('agreed-with-reservation');
    });
  });

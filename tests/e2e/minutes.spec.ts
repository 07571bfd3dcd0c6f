/** A session is closed, its minutes are given out, made into files and handed over: by keyboard. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { ask as call, dossierOf } from '../fixtures/ask.ts';
import { problemsOf } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { pick, press, reach } from './keyboard.ts';

const WORDS = {
  en: {
    issue: 'Give out',
    draft: 'Draft minutes',
    make: 'Make the files',
    stick: 'On a stick',
    received: 'Copy received: Government',
    save: /^Save hiwar-QRW-minutes-.*-en\.pdf$/,
    mark: 'DRAFT – not agreed',
    copy: 'The copy of all three',
    title: 'Fourth plenary',
  },
  ar: {
    issue: 'إصدار',
    draft: 'مسودة المحضر',
    make: 'إعداد الملفات',
    stick: 'على وحدة تخزين',
    received: 'تسلمت النسخة: الحكومة',
    save: /^حفظ hiwar-QRW-minutes-.*-ar\.pdf$/,
    mark: 'مسودة',
    copy: 'نسخة الهيئات الثلاث',
    title: 'الجلسة العامة الرابعة',
  },
} as const;

for (const language of ['en', 'ar'] as const)
  test.describe(language, () => {
    test.use({ language, theme: language === 'ar' ? 'dark' : 'light' });

    test(`minutes from the close to the files, by keyboard (${language})`, async ({ page }) => {
      test.setTimeout(180_000);
      const words = WORDS[language];
      const dossier = dossierOf(page);
      const session = crypto.randomUUID();
      const act = (one: unknown) => call(page, 'floor.act', { dossier, session, act: one });
      await call(page, 'record.create', {
        dossier,
        type: 'session',
        id: session,
        members: { title: { ar: WORDS.ar.title, en: WORDS.en.title }, kind: 'plenary' },
      });
      await act({ kind: 'open' });
      await call(page, 'session.note', {
        dossier,
        session,
        id: crypto.randomUUID(),
        kind: 'point',
        seat: 'W',
        body: {
          ar: 'لم يتغير الحد الأدنى للأجور منذ 2019.',
          en: 'The minimum wage has not moved since 2019.',
        },
      });
      await call(page, 'session.close', { dossier, session, at: 'now' });
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `#/d/${dossier}/sessions/${session}?view=minutes`);

      await expect(page.getByRole('button', { name: words.issue, exact: true })).toBeEnabled();
      await press(page, page.getByRole('button', { name: words.issue, exact: true }));
      await expect(page.getByRole('heading', { name: words.draft })).toBeVisible();

      await pick(page, page.getByRole('radiogroup', { name: words.received }), words.stick);
      const copy = page.getByRole('checkbox', { name: words.copy });
      await reach(page, copy, 'Shift+Tab');
      await page.keyboard.press('Space');
      await expect(copy).not.toBeChecked();
      await press(page, page.getByRole('button', { name: words.make }));
      const save = page.getByRole('button', { name: words.save });
      await expect(save).toBeVisible({ timeout: 120_000 });
      const saved = page.waitForEvent('download');
      await press(page, save);
      const download = await saved;
      const path = await download.path();
      expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
      const text = execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' });
      expect(text).toContain('2019');
      if (language === 'en') expect(text).toContain(words.mark);
      expect(await problemsOf(page, 'minutes')).toEqual([]);
    });
  });

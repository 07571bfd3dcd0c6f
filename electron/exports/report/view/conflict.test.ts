import { expect, it } from 'vitest';
import { LANGS } from '../../../../shared/domain/languages.ts';
import { aContent, aDeficit } from '../../../../tests/fixtures/content/build.ts';
import { reportView } from './index.ts';

it.each(LANGS)('[%s] each field in conflict is named by words of its own', (lang) => {
  const note = (field: string) =>
    reportView(aContent({ deficits: [aDeficit({ inConflict: [field] })] }), lang).areas.flatMap(
      ({ deficits }) => deficits.map(({ conflict }) => conflict),
    )[0];
  const fields = ['title.ar', 'severity.G', 'prevalence.G', 'evidenceHeld.G', 'evidenceStrength', 'sector'];
  expect(new Set(fields.map(note)).size).toBe(fields.length);
});

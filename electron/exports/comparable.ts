/**
 * Whether a package can be laid beside others: the twelve fields a secretariat compares by. A value that only
 * says why it is missing counts as missing here, and the report says how many records lack each.
 */
import { CONSTITUENCIES } from '../../shared/domain/codes.ts';
import type { ContentDeficit, EditionContent } from '../../shared/domain/content.ts';
import { isMissing } from '../../shared/domain/fields.ts';

const NOTHING_SAID = ['not-requested'];

const FIELDS: { readonly [field: string]: (deficit: ContentDeficit) => boolean } = {
  number: (deficit) => deficit.number !== '',
  title: (deficit) => Object.keys(deficit.title).length > 0,
  statement: (deficit) => Object.keys(deficit.statement).length > 0,
  originalLanguage: (deficit) =>
    Object.values(deficit.statement).some((text) => text.status === 'original' || text.status === 'official'),
  area: (deficit) => !isMissing(deficit.area),
  subTopic: (deficit) => !isMissing(deficit.subTopic),
  affectedGroups: (deficit) => deficit.affectedGroups.length > 0,
  severity: (deficit) => CONSTITUENCIES.every((each) => !isMissing(deficit.severity[each])),
  prevalence: (deficit) => CONSTITUENCIES.every((each) => !isMissing(deficit.prevalence[each])),
  // Said by all three, or once without a constituency, as older dossiers have it.
  evidenceStrength: (deficit) =>
    CONSTITUENCIES.every((each) => !isMissing(deficit.evidenceHeld[each])) ||
    !isMissing(deficit.evidenceStrength),
  sdgTargets: (deficit) => deficit.sdgTargets.length > 0,
  positions: (deficit) =>
    CONSTITUENCIES.every((each) => !NOTHING_SAID.includes(deficit.positions[each].value)),
};

export const COMPARED_FIELDS = Object.keys(FIELDS);

/** Field -> how many deficits lack it; fields that none lacks are left out. What was joined is compared where it went. */
export function comparableGaps(content: EditionContent): { readonly [field: string]: number } {
  const deficits = content.deficits.filter(({ joinedInto }) => joinedInto === null);
  const counted = Object.entries(FIELDS).map(
    ([field, isThere]) => [field, deficits.filter((deficit) => !isThere(deficit)).length] as const,
  );
  return Object.fromEntries(counted.filter(([, lacking]) => lacking > 0));
}

import { CircleCheck, CircleDashed } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Texts } from '../../../../shared/domain/fields.ts';
import type { Dossier } from '../../../../shared/domain/records/index.ts';
import { useCall } from '../../../app/calls.ts';
import { LANGUAGE_NAMES } from '../../../i18n/locale.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { BestText } from '../../../ui/BestText.tsx';
import { CONSTITUENCIES } from '../../../ui/constituency.tsx';
import { useAreaName } from '../../editing/index.ts';
import { useConstituencyNames } from '../../positions/index.ts';
import { isAnswered, openQuestions, placeOf, QUESTIONS, type Question } from '../questions.ts';
import { useRuleSentences } from '../rules.ts';
import { useCountryName } from './Country.tsx';

/** What is still open, and page one of the report as it would read now. */
export function Side({
  dossier,
  onGoTo,
}: {
  readonly dossier: Dossier;
  /** Called before the place of a question is shown (a drawer has to give way). */
  readonly onGoTo: (place: string) => void;
}) {
  return (
    <>
      <OpenQuestions dossier={dossier} onGoTo={onGoTo} />
      <PageOne dossier={dossier} />
    </>
  );
}

function OpenQuestions({
  dossier,
  onGoTo,
}: {
  readonly dossier: Dossier;
  readonly onGoTo: (place: string) => void;
}) {
  const { t } = useTranslation('mandate');
  const open = openQuestions(dossier);
  const line = (question: Question): ReactNode => {
    const isDone = isAnswered(dossier, question);
    return (
      <li key={question} className={isDone ? 'done' : 'open'}>
        {isDone ? <CircleCheck size={16} aria-hidden /> : <CircleDashed size={16} aria-hidden />}
        <button type="button" onClick={() => onGoTo(placeOf(question))}>
          {t(`question.${question}`)}
        </button>
        <span className="mandate-question-state">{t(isDone ? 'open.answered' : 'open.open')}</span>
      </li>
    );
  };
  return (
    <section className="mandate-open">
      <h2>{t('open.title')}</h2>
      <p role="status">{open.length === 0 ? t('open.none') : t('open.count', { count: open.length })}</p>
      <ol>{QUESTIONS.map(line)}</ol>
    </section>
  );
}

/** Whether the report for the secretariat would bear the mark of a draft, by the rule of the export itself. */
function useIsDraft({ id, languages, decisionRule }: Dossier): boolean {
  const { data, refetch } = useCall(
    'export.preview',
    { dossier: id, edition: 'restricted', languages: [...(languages ?? [])] },
    { enabled: (languages ?? []).length > 0, recordTypes: ['deficit', 'strategy', 'clause'] },
  );
  const rule = JSON.stringify(decisionRule);
  // Other outcomes may follow from another rule; the other fields of the mandate decide nothing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again for the rule alone
  useEffect(() => {
    if (data) void refetch();
  }, [rule]);
  return data?.draft ?? true;
}

/** The first page of the report in the reader's language; what is missing is said, never left blank. */
function PageOne({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation(['mandate', 'ui']);
  const format = useFormat();
  const sentences = useRuleSentences();
  const countryName = useCountryName();
  const areaName = useAreaName();
  const names = useConstituencyNames();
  const isDraft = useIsDraft(dossier);
  const missing = <span className="mandate-missing">{t('ui:missing.not-asked')}</span>;
  const text = (texts: Texts | undefined): ReactNode => <BestText texts={texts} empty={missing} />;
  const agreed = CONSTITUENCIES.filter((seat) => dossier.keeperAgreed?.[seat]).map((seat) => names[seat]);
  const rows: readonly { readonly name: string; readonly value: ReactNode }[] = [
    { name: t('field.convenor'), value: text(dossier.convenor) },
    { name: t('field.legalBasis'), value: text(dossier.legalBasis) },
    { name: t('field.scope'), value: text(dossier.scope) },
    {
      name: t('field.areas'),
      value: dossier.areas?.length ? (
        <ul>
          {dossier.areas.map((area) => (
            <li key={area}>{areaName(area)}</li>
          ))}
        </ul>
      ) : (
        missing
      ),
    },
    {
      name: t('field.decisionRule'),
      value: dossier.decisionRule ? <p>{sentences.decision(dossier.decisionRule)}</p> : missing,
    },
    {
      name: t('field.quorumRule'),
      value: dossier.quorumRule ? <p>{sentences.quorum(dossier.quorumRule)}</p> : missing,
    },
    {
      name: t('field.attribution'),
      value: dossier.attribution ? <p>{t(`attribution.means.${dossier.attribution}`)}</p> : missing,
    },
    { name: t('field.useOfResults'), value: text(dossier.useOfResults) },
    {
      name: t('field.keeper'),
      value: (
        <>
          {text(dossier.keeper)}
          {dossier.keeper && (
            <p className="muted">
              {agreed.length > 0 ? t('page.agreedBy', { who: agreed }) : t('page.agreedByNone')}
            </p>
          )}
        </>
      ),
    },
    {
      name: t('field.authenticLanguage'),
      value: dossier.authenticLanguage ? <p>{LANGUAGE_NAMES[dossier.authenticLanguage]}</p> : missing,
    },
    { name: t('field.interpretation'), value: text(dossier.interpretation) },
  ];
  return (
    <section className="mandate-page">
      <h2>{t('page.title')}</h2>
      <div className="mandate-paper">
        {isDraft && <p className="mandate-draft">{t('page.draft')}</p>}
        <p className="muted">{t('page.kind')}</p>
        <h3>
          <BestText texts={dossier.title} isBlock={false} empty={missing} />
        </h3>
        <p>
          {dossier.country ? countryName(dossier.country) : missing}
          {(dossier.start || dossier.end) && (
            <>
              {' · '}
              {format.dateRange(dossier.start, dossier.end)}
            </>
          )}
        </p>
        <dl>
          {rows.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}

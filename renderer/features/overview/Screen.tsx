import { FlaskConical, GitMerge, HardDriveUpload } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Overview } from '../../../shared/contract/index.ts';
import { pick } from '../../../shared/domain/languages.ts';
import type { RecordOf } from '../../../shared/domain/records/index.ts';
import { useCall } from '../../app/calls.ts';
import { useCountryName } from '../../app/countries.ts';
import { useDossier } from '../../app/dossier.tsx';
import type { SectionProps } from '../../app/features.ts';
import { useFormat, useLang } from '../../i18n/useFormat.ts';
import { Button } from '../../ui/Button.tsx';
import { PageHead } from '../../ui/Card.tsx';
import { ErrorState, Notice, Skeleton } from '../../ui/states.tsx';
import { HandOverDialog, MergeDialog } from '../library/index.ts';
import './overview.css';
import { Absences } from './parts/Absences.tsx';
import { Areas } from './parts/Areas.tsx';
import { Costs } from './parts/Costs.tsx';
import { Findings } from './parts/Findings.tsx';
import { FirstSteps } from './parts/FirstSteps.tsx';
import { Holdings } from './parts/Holdings.tsx';
import { Mandate } from './parts/Mandate.tsx';
import { Outcomes } from './parts/Outcomes.tsx';
import { Participation } from './parts/Participation.tsx';
import { Recent } from './parts/Recent.tsx';
import { StateOfFile } from './parts/StateOfFile.tsx';

/** What is in the dossier, where it stands, and what its readers will miss. Never one number. */
export function Screen({ dossierId }: SectionProps) {
  const { t } = useTranslation('overview');
  const info = useDossier();
  const overview = useCall('dossier.overview', { dossier: dossierId });
  const dossier = useCall(
    'record.get',
    { dossier: dossierId, type: 'dossier', id: dossierId },
    { recordTypes: ['dossier'] },
  );
  const error = overview.error ?? dossier.error;
  const mandate = dossier.data?.record as RecordOf<'dossier'> | undefined;
  return (
    <div className="screen overview">
      <Head dossierId={dossierId} mandate={mandate} />
      {info.illustrative && (
        <Notice tone="warn" icon={<FlaskConical size={16} aria-hidden />}>
          {t('illustrative')}
        </Notice>
      )}
      {error && (
        <ErrorState
          error={error}
          onRetry={() => {
            void overview.refetch();
            void dossier.refetch();
          }}
        />
      )}
      {!error && !(overview.data && mandate) && <Skeleton lines={9} />}
      {overview.data && mandate && <Cards dossierId={dossierId} overview={overview.data} mandate={mandate} />}
    </div>
  );
}

function Head({
  dossierId,
  mandate,
}: {
  readonly dossierId: string;
  readonly mandate: RecordOf<'dossier'> | undefined;
}) {
  const { t } = useTranslation('overview');
  const info = useDossier();
  const lang = useLang();
  const format = useFormat();
  const countryName = useCountryName();
  const [over, setOver] = useState<'handOver' | 'merge'>();
  const name = pick(info.title, lang, info.authenticLanguage ?? undefined)?.value ?? t('untitled');
  const period =
    mandate?.start || mandate?.end ? format.dateRange(mandate.start, mandate.end) : t('noPeriod');
  const country = info.country ? countryName(info.country) : t('noCountry');
  const close = (): void => setOver(undefined);
  return (
    <>
      <PageHead
        title={name}
        subtitle={`${country} · ${period}`}
        actions={
          !info.readOnly && (
            <>
              <Button icon={<HardDriveUpload size={15} aria-hidden />} onPress={() => setOver('handOver')}>
                {t('handOver')}
              </Button>
              <Button icon={<GitMerge size={15} aria-hidden />} onPress={() => setOver('merge')}>
                {t('merge')}
              </Button>
            </>
          )
        }
      />
      {over === 'handOver' && <HandOverDialog dossier={dossierId} name={name} onClose={close} />}
      {over === 'merge' && <MergeDialog dossier={dossierId} name={name} onClose={close} />}
    </>
  );
}

function Cards({
  dossierId,
  overview,
  mandate,
}: {
  readonly dossierId: string;
  readonly overview: Overview;
  readonly mandate: RecordOf<'dossier'>;
}) {
  const isNew = (overview.info.counts.deficit ?? 0) === 0;
  return (
    <>
      <Holdings dossierId={dossierId} counts={overview.info.counts} />
      <div className="overview-columns">
        <div className="stack">
          {isNew ? (
            <FirstSteps dossierId={dossierId} />
          ) : (
            <>
              <Findings dossierId={dossierId} findings={overview.findings} />
              <Areas dossierId={dossierId} overview={overview} />
              <Outcomes dossierId={dossierId} overview={overview} />
            </>
          )}
          <Costs costs={overview.costs} />
        </div>
        <div className="stack">
          <StateOfFile dossierId={dossierId} info={overview.info} />
          <Mandate dossierId={dossierId} mandate={mandate} />
          <Participation dossierId={dossierId} overview={overview} />
          <Absences dossierId={dossierId} />
          <Recent dossierId={dossierId} recent={overview.recent} />
        </div>
      </div>
    </>
  );
}

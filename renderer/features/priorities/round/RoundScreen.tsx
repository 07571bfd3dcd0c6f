import { Ban, KeyRound, ListChecks, Pencil, Printer } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundRow, ScoredDeficit } from '../../../../shared/contract/index.ts';
import { pick } from '../../../../shared/domain/languages.ts';
import { SIDES } from '../../../../shared/domain/scoring/types.ts';
import { invoke } from '../../../app/calls.ts';
import { useFormat, useLang } from '../../../i18n/useFormat.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card, PageHead } from '../../../ui/Card.tsx';
import { ConstituencyTile } from '../../../ui/constituency.tsx';
import { ConfirmDialog } from '../../../ui/Dialog.tsx';
import { ErrorState, Notice } from '../../../ui/states.tsx';
import { ConflictList, useIsReadOnly } from '../../editing/index.ts';
import { useConstituencyNames } from '../../positions/index.ts';
import { DeficitName } from '../parts/DeficitName.tsx';
import { useDeficitNames } from '../parts/words.ts';
import { Phase } from '../Rounds.tsx';
import { Ballots } from './Ballots.tsx';
import { type Codes, CodesDialog } from './CodesDialog.tsx';
import { OpenDialog } from './OpenDialog.tsx';
import { Openings } from './Openings.tsx';
import { PrepareDialog } from './PrepareDialog.tsx';
import { SheetDialog } from './SheetDialog.tsx';

type Shown = 'change' | 'begin' | 'abandon' | 'open' | 'sheet' | undefined;

/** One round in whatever phase it is. */
export function RoundScreen({
  dossierId,
  round,
  scored,
}: {
  readonly dossierId: string;
  readonly round: RoundRow;
  readonly scored: readonly ScoredDeficit[];
}): ReactNode {
  const { t } = useTranslation('priorities');
  const lang = useLang();
  const isReadOnly = useIsReadOnly();
  const [shown, setShown] = useState<Shown>();
  const [casting, setCasting] = useState<'screen' | 'paper'>();
  const [codes, setCodes] = useState<Codes>();
  const [error, setError] = useState<unknown>();
  const ref = { dossier: dossierId, round: round.id };
  const title = pick(round.title, lang)?.value.text ?? '';
  const heading = `V-${round.number} ${title}`;
  const close = (): void => setShown(undefined);
  // Nobody's half-filled ballot stays in sight behind a dialog.
  const show = (what: Shown): void => {
    setCasting(undefined);
    setShown(what);
  };
  const act = async (body: () => Promise<void>): Promise<void> => {
    close();
    setError(undefined);
    try {
      await body();
    } catch (failure) {
      setError(failure);
    }
  };
  // Past the cache of calls: its answer holds the codes.
  const begin = () => act(async () => setCodes((await invoke('scoring.begin', ref)).codes));
  const abandon = () =>
    act(async () => {
      await invoke('scoring.abandon', ref);
    });
  const isScoring = round.phase === 'scoring' && round.isHere && !round.isUndecided;
  return (
    <>
      <PageHead
        title={heading}
        subtitle={
          <Phase phase={round.phase}>
            {round.phase === 'opened' ? t('round.opened', { at: round.openedAt }) : undefined}
          </Phase>
        }
        actions={!isReadOnly && <Actions round={round} onShow={show} onCast={setCasting} />}
      />
      {error !== undefined && <ErrorState error={error} size="inline" />}
      <Copies dossierId={dossierId} round={round} />
      <State round={round} />
      {isScoring && !isReadOnly && casting && (
        <Ballots
          key={casting}
          dossierId={dossierId}
          round={round}
          scored={scored}
          isPaper={casting === 'paper'}
          onFinish={() => setCasting(undefined)}
        />
      )}
      {round.phase === 'opened' ? (
        <Openings dossierId={dossierId} round={round} scored={scored} />
      ) : (
        <>
          {isScoring && <Counts round={round} />}
          {!casting && <What round={round} scored={scored} />}
        </>
      )}
      {shown === 'change' && (
        <PrepareDialog dossierId={dossierId} round={round} onClose={close} onDone={close} />
      )}
      <ConfirmDialog
        title={t('begin.title')}
        isOpen={shown === 'begin'}
        onClose={close}
        onConfirm={() => void begin()}
        confirmLabel={t('begin.confirm')}
      >
        <p>{t('begin.text')}</p>
      </ConfirmDialog>
      <ConfirmDialog
        title={t('abandon.title')}
        isOpen={shown === 'abandon'}
        onClose={close}
        onConfirm={() => void abandon()}
        confirmLabel={t('abandon.confirm')}
        isDangerous
      >
        <p>{t('abandon.text')}</p>
      </ConfirmDialog>
      {codes && <CodesDialog codes={codes} heading={heading} onClose={() => setCodes(undefined)} />}
      {shown === 'open' && (
        <OpenDialog dossierId={dossierId} round={round} onClose={close} onOpened={close} />
      )}
      {shown === 'sheet' && <SheetDialog dossierId={dossierId} roundId={round.id} onClose={close} />}
    </>
  );
}

function Actions({
  round,
  onShow,
  onCast,
}: {
  readonly round: RoundRow;
  readonly onShow: (what: Shown) => void;
  readonly onCast: (how: 'screen' | 'paper') => void;
}): ReactNode {
  const { t } = useTranslation('priorities');
  const sheet = (
    <Button icon={<Printer size={15} aria-hidden />} onPress={() => onShow('sheet')}>
      {t('round.sheet')}
    </Button>
  );
  const abandon = (
    <Button variant="quiet" icon={<Ban size={15} aria-hidden />} onPress={() => onShow('abandon')}>
      {t('round.abandon')}
    </Button>
  );
  if (round.phase === 'prepared')
    return (
      <>
        {abandon}
        {sheet}
        <Button icon={<Pencil size={15} aria-hidden />} onPress={() => onShow('change')}>
          {t('round.change')}
        </Button>
        <Button variant="primary" onPress={() => onShow('begin')}>
          {t('round.begin')}
        </Button>
      </>
    );
  const open = (
    <Button icon={<KeyRound size={15} aria-hidden />} onPress={() => onShow('open')}>
      {t('round.open')}
    </Button>
  );
  if (round.mayStillOpen) return round.conflicts.includes('phase') ? null : open;
  if (round.phase !== 'scoring' || round.isUndecided) return null;
  if (!round.isHere) return abandon;
  return (
    <>
      {abandon}
      {sheet}
      <Button icon={<ListChecks size={15} aria-hidden />} onPress={() => onCast('paper')}>
        {t('round.paper')}
      </Button>
      <Button variant="primary" icon={<ListChecks size={15} aria-hidden />} onPress={() => onCast('screen')}>
        {t('round.cast')}
      </Button>
      {open}
    </>
  );
}

/** What copies of the dossier said differently of this round, what it means, and the way to decide it. */
function Copies({ dossierId, round }: { readonly dossierId: string; readonly round: RoundRow }): ReactNode {
  const { t } = useTranslation('priorities');
  const isReadOnly = useIsReadOnly();
  return (
    <ConflictList
      dossierId={dossierId}
      type="round"
      id={round.id}
      // Between openings one decides with their results in sight, and the key goes with them.
      fields={round.conflicts.filter(
        (field) => field !== 'openedAt' && (field !== 'publicKey' || round.openings.length < 2),
      )}
      isReadOnly={isReadOnly}
    >
      {round.conflicts.includes('phase') && (
        <p>{t(round.isUndecided ? 'copies.phase' : 'copies.phaseOpened')}</p>
      )}
      {round.conflicts.includes('publicKey') && round.openings.length < 2 && <p>{t('copies.key')}</p>}
    </ConflictList>
  );
}

function State({ round }: { readonly round: RoundRow }): ReactNode {
  const { t } = useTranslation('priorities');
  if (round.phase === 'prepared') return <Notice>{t('round.prepared')}</Notice>;
  if (round.phase === 'abandoned') return <Notice>{t('round.abandoned')}</Notice>;
  if (round.phase === 'opened')
    return round.mayStillOpen ? <Notice tone="warn">{t('copies.stillSealed')}</Notice> : null;
  if (round.isUndecided) return null;
  return round.isHere ? (
    <Notice tone="accent">{t('round.sealed')}</Notice>
  ) : (
    <Notice tone="warn">{t('round.elsewhere')}</Notice>
  );
}

function Counts({ round }: { readonly round: RoundRow }): ReactNode {
  const { t } = useTranslation('priorities');
  const names = useConstituencyNames();
  return (
    <Card title={t('round.ballots')}>
      <ul className="priorities-tiles">
        {SIDES.map((side) => (
          <li key={side}>
            <ConstituencyTile seat={side} size="l" isDecorative />
            <span>{names[side]}</span>
            <strong className="num">{t('round.count', { count: round.ballots[side] })}</strong>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function What({
  round,
  scored,
}: {
  readonly round: RoundRow;
  readonly scored: readonly ScoredDeficit[];
}): ReactNode {
  const { t } = useTranslation('priorities');
  const format = useFormat();
  const names = useDeficitNames(scored);
  return (
    <Card title={t('round.what')} count={format.count(round.deficits.length)}>
      <p className="muted">{format.list(round.criteria.map((criterion) => t(`criterion.${criterion}`)))}</p>
      <ul className="priorities-list">
        {[...round.deficits]
          .sort((a, b) => format.compare(names.reference(a), names.reference(b)))
          .map((id) => (
            <li key={id}>
              <DeficitName names={names} id={id} />
            </li>
          ))}
      </ul>
    </Card>
  );
}

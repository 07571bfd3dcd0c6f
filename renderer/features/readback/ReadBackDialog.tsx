import { TriangleAlert } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadBackState } from '../../../shared/contract/index.ts';
import type { Constituency } from '../../../shared/domain/codes.ts';
import type { Texts } from '../../../shared/domain/fields.ts';
import type { QuorumTaken } from '../../../shared/domain/records/index.ts';
import { useCall, useMutate } from '../../app/calls.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { OutcomeStatus } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { CONSTITUENCIES, ConstituencyTile, Stance, seatStyle } from '../../ui/constituency.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorState, Notice, Skeleton } from '../../ui/states.tsx';
import { announce } from '../../ui/toasts.ts';
import { PapersMenu } from '../minutes/index.ts';
import { PositionText, useConstituencyNames } from '../positions/index.ts';
import { AnswerForm } from './parts/AnswerForm.tsx';
import { ClauseText } from './parts/ClauseText.tsx';
import { useReadBack } from './queries.ts';
import './readback.css';

interface Props {
  readonly dossierId: string;
  readonly sessionId: string;
  readonly clause: string | undefined;
  readonly point: string | undefined;
  /** The answers were given on paper and are keyed in. */
  readonly onPaper?: boolean;
  readonly onClose: () => void;
}

/**
 * Reads a clause back to the three, one answer after the other. One that is open in the session is gone on with,
 * whatever was asked for: there is one at a time. Closing the dialog leaves it open.
 */
export function ReadBackDialog(props: Props): ReactNode {
  const { t } = useTranslation('readback');
  const { state } = useReadBack(props.dossierId, props.sessionId);
  const frame = (content: ReactNode): ReactNode => (
    <Dialog title={t('title')} isOpen onClose={props.onClose} isDismissable={false} size="l">
      <div className="readback">{content}</div>
    </Dialog>
  );
  if (state.error) return frame(<ErrorState error={state.error} onRetry={() => void state.refetch()} />);
  if (state.data === undefined) return frame(<Skeleton lines={6} />);
  if (state.data === null) return frame(<Beginning {...props} />);
  return frame(<Answering key={state.data.readBack} {...props} state={state.data} />);
}

/** Before it begins: the text as it would be read. */
function Beginning({ dossierId, sessionId, clause, point, onPaper }: Props) {
  const { t } = useTranslation('readback');
  const type = clause ? 'clause' : 'point';
  const id = clause ?? point;
  const view = useCall(
    'record.get',
    { dossier: dossierId, type, id: id ?? '' },
    {
      enabled: id !== undefined,
      recordTypes: [type],
    },
  );
  const { begin } = useReadBack(dossierId, sessionId);
  const put = useMutate('readBack.put');
  const start = async (): Promise<void> => {
    const ref = { dossier: dossierId, session: sessionId };
    try {
      const made = clause ?? (point && (await put.mutateAsync({ ...ref, point })).clause);
      if (made) await begin.mutateAsync({ ...ref, clause: made, ...(onPaper && { onPaper: true as const }) });
    } catch {
      // Shown below: both acts keep what they were refused with.
    }
  };
  const refused = put.error ?? begin.error;
  if (id === undefined) return <p>{t('nothingOpen')}</p>;
  if (view.error) return <ErrorState error={view.error} onRetry={() => void view.refetch()} />;
  if (!view.data) return <Skeleton lines={4} />;
  return (
    <>
      <p>{onPaper ? t('beginPaper') : t('beginHelp')}</p>
      <ClauseText body={(view.data.record as { body?: Texts }).body} />
      {refused && <ErrorState error={refused} size="inline" />}
      <div className="row">
        <Button variant="primary" isPending={put.isPending || begin.isPending} onPress={() => void start()}>
          {t('begin')}
        </Button>
      </div>
    </>
  );
}

function Answering({
  dossierId,
  sessionId,
  state,
  clause,
  onClose,
}: Props & { readonly state: ReadBackState }) {
  const { t } = useTranslation('readback');
  const names = useConstituencyNames();
  const [chosen, setChosen] = useState<Constituency>();
  const current = chosen ?? state.asked;
  const project = useMutate('projector.show');
  const { number, body, id } = state.clause.record;
  const isAnother = clause !== undefined && clause !== id;
  return (
    <>
      {isAnother && <Notice tone="warn">{t('another')}</Notice>}
      {state.textMoved && (
        <Notice tone="warn" icon={<TriangleAlert size={15} aria-hidden />}>
          {t('textMoved')}
        </Notice>
      )}
      {/* It stays in sight while the answers are taken; a long one scrolls by itself, by keys too. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className="readback-clause" aria-label={t('clause', { number: number ?? '' })} tabIndex={0}>
        <h3>{t('clause', { number: number ?? '' })}</h3>
        <ClauseText body={body} />
      </section>
      <div className="readback-before">
        <Quorum quorum={state.quorum} />
        <div className="row">
          <Button
            isPending={project.isPending}
            onPress={() =>
              project.mutate(
                { dossier: dossierId, session: sessionId, request: { kind: 'clause', clause: id } },
                { onSuccess: () => announce(t('projected')) },
              )
            }
          >
            {t('project')}
          </Button>
          <PapersMenu dossierId={dossierId} sessionId={sessionId} clause={id} sheets={['reservation-slip']} />
        </div>
        {project.error && <ErrorState error={project.error} size="inline" />}
      </div>
      <ul className="positions columns readback-answers" aria-label={t('answers')}>
        {CONSTITUENCIES.map((seat) => {
          const answered = state.answered[seat];
          const position = answered && state.clause.record.position?.[seat];
          return (
            <li key={seat} className="positions-one" style={seatStyle(seat)} data-seat={seat}>
              <div className="positions-head">
                <ConstituencyTile seat={seat} name={names[seat]} isDecorative />
                <h3>{names[seat]}</h3>
                {position && answered !== 'silent' && <Stance value={position.value} seat={seat} />}
                {answered === 'silent' && <strong>{t('silent')}</strong>}
                {!answered && <span className="muted">{t(current === seat ? 'asked' : 'notAsked')}</span>}
              </div>
              {position && answered === 'answered' && (
                <PositionText dossierId={dossierId} position={position} seat={seat} isStanceShown={false} />
              )}
              {current !== seat && (
                <Button
                  variant="quiet"
                  className="positions-edit"
                  aria-label={t(answered ? 'replaceOf' : 'askOf', { who: names[seat] })}
                  onPress={() => setChosen(seat)}
                >
                  {t(answered ? 'replace' : 'ask')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {current && (
        <AnswerForm
          key={current}
          dossierId={dossierId}
          sessionId={sessionId}
          readBack={state.readBack}
          constituency={current}
          onRecorded={() => setChosen(undefined)}
        />
      )}
      <Ruling dossierId={dossierId} sessionId={sessionId} state={state} onEnded={onClose} />
    </>
  );
}

/** The quorum of now, in words, by constituency. */
function Quorum({ quorum }: { readonly quorum: QuorumTaken }) {
  const { t } = useTranslation('readback');
  const names = useConstituencyNames();
  const format = useFormat();
  return (
    <p className="readback-quorum" role="status">
      <strong>{t(quorum.met ? 'quorumMet' : 'quorumNotMet')}</strong>
      {CONSTITUENCIES.map((seat) => (
        <span key={seat}>
          {t('quorumOf', {
            who: names[seat],
            present: format.count(quorum.seats[seat].present),
            entitled: format.count(quorum.seats[seat].entitled),
          })}
        </span>
      ))}
    </p>
  );
}

/** What the three answers amount to, and the chair's ruling on it. */
function Ruling({
  dossierId,
  sessionId,
  state,
  onEnded,
}: {
  readonly dossierId: string;
  readonly sessionId: string;
  readonly state: ReadBackState;
  readonly onEnded: () => void;
}) {
  const { t } = useTranslation('readback');
  const { rule, abandon } = useReadBack(dossierId, sessionId);
  const ref = { dossier: dossierId, session: sessionId };
  const isComplete = state.asked === null;
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isComplete) section.current?.focus();
  }, [isComplete]);
  const isAgreed = state.outcome === 'agreed' || state.outcome === 'agreed-with-reservation';
  const end = (ruling: 'confirmed' | 'deferred' | 'no-agreement'): void =>
    rule.mutate(
      { ...ref, ruling },
      {
        onSuccess: () => {
          announce(t(`ruled.${ruling}`));
          onEnded();
        },
      },
    );
  const isPending = rule.isPending || abandon.isPending;
  return (
    <section ref={section} tabIndex={-1} className="readback-ruling" aria-label={t('ruling')}>
      <h3>{t('ruling')}</h3>
      {isComplete ? (
        <p className="row">
          {t('outcome')} <OutcomeStatus outcome={state.outcome} />
        </p>
      ) : (
        <p className="muted">{t('rulingWaits')}</p>
      )}
      {isComplete && !state.quorum.met && <Notice tone="warn">{t('noQuorum')}</Notice>}
      {isComplete && state.quorum.met && !state.mayConfirm && !state.textMoved && (
        <p className="muted">{t('notAgreed')}</p>
      )}
      <div className="row">
        {isComplete && (
          <>
            {state.mayConfirm && (
              <Button variant="primary" isPending={isPending} onPress={() => end('confirmed')}>
                {t('confirm')}
              </Button>
            )}
            {!isAgreed && state.quorum.met && !state.textMoved && (
              <Button isPending={isPending} onPress={() => end('no-agreement')}>
                {t('noAgreement')}
              </Button>
            )}
            <Button isPending={isPending} onPress={() => end('deferred')}>
              {t('defer')}
            </Button>
          </>
        )}
        <Button
          variant="quiet"
          isPending={isPending}
          onPress={() =>
            abandon.mutate(ref, {
              onSuccess: () => {
                announce(t('abandoned'));
                onEnded();
              },
            })
          }
        >
          {t('abandon')}
        </Button>
      </div>
      <p className="muted">{t('abandonHelp')}</p>
      {(rule.error ?? abandon.error) && <ErrorState error={rule.error ?? abandon.error} size="inline" />}
    </section>
  );
}

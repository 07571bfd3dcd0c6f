import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadBackState } from '../../../../shared/contract/index.ts';
import type { Constituency } from '../../../../shared/domain/codes.ts';
import { useDossier } from '../../../app/dossier.tsx';
import { Button } from '../../../ui/Button.tsx';
import { RadioGroup } from '../../../ui/Choice.tsx';
import { StanceGlyph, seatStyle } from '../../../ui/constituency.tsx';
import { MultiText } from '../../../ui/MultiText.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import { announce } from '../../../ui/toasts.ts';
import { mayCarryText, Organizations, useConstituencyNames, withText } from '../../positions/index.ts';
import {
  ANSWERS,
  type AnswerDraft,
  type AnswerLack,
  answerOf,
  EMPTY,
  hasSpoken,
  lackOfAnswer,
  positionOfAnswer,
  withAnswer,
} from '../answer.ts';
import { useReadBack } from '../queries.ts';

/** Answers begun and not recorded, for as long as the window lives: closing the dialog loses none. */
const begun = new Map<string, AnswerDraft>();

/** Takes the answer of one constituency and stores it at once. */
export function AnswerForm({
  dossierId,
  sessionId,
  readBack,
  constituency,
  onRecorded,
}: {
  readonly dossierId: string;
  readonly sessionId: string;
  readonly readBack: string;
  readonly constituency: Constituency;
  readonly onRecorded: (state: ReadBackState) => void;
}) {
  const { t } = useTranslation(['readback', 'positions', 'ui']);
  const names = useConstituencyNames();
  const { languages } = useDossier();
  const key = `${readBack} ${constituency}`;
  const [draft, setDraft] = useState<AnswerDraft>(() => begun.get(key) ?? EMPTY);
  const [isTried, setTried] = useState(false);
  const { answer } = useReadBack(dossierId, sessionId);
  const lack = lackOfAnswer(draft);
  // The form before it has gone, and the focus with it: whoever works by keys goes on here.
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.focus(), []);
  const write = (next: AnswerDraft): void => {
    begun.set(key, next);
    setDraft(next);
  };
  const change = (part: Partial<AnswerDraft>): void => write({ ...draft, ...part });
  const sentence = (what: AnswerLack): string =>
    what === 'mandate' ? t('lack.mandate') : t(`positions:lack.${what}`);
  const lacks = (what: AnswerLack): string | undefined =>
    isTried && lack === what ? sentence(what) : undefined;

  const record = (): void => {
    setTried(true);
    if (lack) {
      announce(sentence(lack), 'assertive');
      return;
    }
    answer.mutate(
      { dossier: dossierId, session: sessionId, constituency, position: positionOfAnswer(draft) },
      {
        onSuccess: (state) => {
          begun.delete(key);
          announce(t('recorded', { who: names[constituency] }));
          onRecorded(state);
        },
      },
    );
  };

  const isReservation = draft.value === 'agree-with-reservation';
  return (
    <section
      ref={section}
      tabIndex={-1}
      className="form positions-form readback-form"
      style={seatStyle(constituency)}
      aria-label={t('answerOf', { who: names[constituency] })}
    >
      <RadioGroup
        label={t('answerOf', { who: names[constituency] })}
        layout="cards"
        value={answerOf(draft)}
        options={ANSWERS.map((id) =>
          id === 'silent'
            ? {
                id,
                label: t('silent'),
                hint: t('silentHelp'),
                icon: <StanceGlyph value="not-requested" size={12} />,
              }
            : { id, label: t(`ui:stance.${id}`), icon: <StanceGlyph value={id} size={12} /> },
        )}
        onChange={(value) => write(withAnswer(draft, value))}
        error={lacks('value')}
      />
      {!draft.isSilent && mayCarryText(draft.value) && (
        <MultiText
          key={isReservation ? 'reservation' : 'note'}
          label={isReservation ? t('positions:reservation') : t('positions:note')}
          description={isReservation ? t('positions:reservationHelp') : t('positions:noteHelp')}
          isRequired={isReservation}
          value={draft.reservation}
          languages={languages}
          maxLength={20_000}
          onChange={(lang, entry) => change({ reservation: withText(draft.reservation, lang, entry) })}
          error={lacks('reservation')}
        />
      )}
      {hasSpoken(draft) && (
        <>
          <RadioGroup
            label={t('positions:mandateLabel')}
            layout="row"
            isRequired
            value={draft.mandate}
            options={(['mandated', 'subject-to-consultation'] as const).map((id) => ({
              id,
              label: t(`positions:mandate.${id}`),
            }))}
            onChange={(mandate) => change({ mandate })}
            error={lacks('mandate')}
          />
          <Organizations
            dossierId={dossierId}
            constituency={constituency}
            drafts={draft.organizations}
            onChange={(organizations) => change({ organizations })}
            error={lacks('organization') ?? lacks('organizationReservation')}
          />
        </>
      )}
      {answer.error && <ErrorState error={answer.error} size="inline" />}
      <div className="row">
        <Button variant="primary" isPending={answer.isPending} onPress={record}>
          {t('record', { who: names[constituency] })}
        </Button>
      </div>
    </section>
  );
}

import { FileCheck2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MinutesRow } from '../../../shared/contract/index.ts';
import { LANGS, type Lang } from '../../../shared/domain/languages.ts';
import { useMutate } from '../../app/calls.ts';
import { useDossier } from '../../app/dossier.tsx';
import { LANGUAGE_NAMES } from '../../i18n/locale.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { CheckboxGroup, RadioGroup } from '../../ui/Choice.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { announce } from '../../ui/toasts.ts';

const PHASES = ['draft', 'amended', 'final'] as const;
type Phase = (typeof PHASES)[number];
/** Hours in which attendees may amend. */
const DELAYS = { none: null, day: 24, days3: 72, week: 168 } as const;
type Delay = keyof typeof DELAYS;
const HOUR_MS = 3_600_000;

/** The next phase to give out. What may not be chosen says why. */
export function IssueCard({
  dossierId,
  sessionId,
  last,
  hasNames,
}: {
  readonly dossierId: string;
  readonly sessionId: string;
  readonly last: MinutesRow | undefined;
  readonly hasNames: boolean;
}): ReactNode {
  const { t } = useTranslation('minutes');
  const info = useDossier();
  const issue = useMutate('minutes.issue');
  const ofDialogue = LANGS.filter((lang) => info.languages.includes(lang));
  const [chosenPhase, setPhase] = useState<Phase>();
  const [delay, setDelay] = useState<Delay>('days3');
  const [chosen, setChosen] = useState<readonly Lang[]>();
  const languages = chosen ?? ofDialogue;
  const lastAt = last ? PHASES.indexOf(last.phase) : 0;
  const isOpen = last?.deadline ? Date.parse(last.deadline) > Date.now() : false;
  const phase = chosenPhase ?? (last === undefined ? 'draft' : isOpen || lastAt === 0 ? 'amended' : 'final');
  const hours = phase === 'final' ? null : DELAYS[delay];
  return (
    <Card title={t('issue.title')}>
      <RadioGroup
        label={t('issue.phase')}
        options={PHASES.map((id, n) => ({
          id,
          label: t(`phase.${id}`),
          hint:
            n < lastAt
              ? t('issue.noWayBack')
              : id === 'final' && isOpen
                ? t('issue.untilDeadline')
                : t(`issue.hint.${id}`),
          isDisabled: n < lastAt || (id === 'final' && isOpen),
        }))}
        value={phase}
        onChange={setPhase}
      />
      {phase !== 'final' && (
        <RadioGroup
          label={t('issue.deadline')}
          layout="row"
          options={(Object.keys(DELAYS) as Delay[]).map((id) => ({ id, label: t(`issue.delay.${id}`) }))}
          value={delay}
          onChange={setDelay}
        />
      )}
      <CheckboxGroup
        label={t('issue.languages')}
        layout="row"
        options={ofDialogue.map((id) => ({ id, label: LANGUAGE_NAMES[id] }))}
        value={languages}
        onChange={setChosen}
        error={languages.length === 0 ? t('issue.languageNeeded') : undefined}
      />
      <Button
        variant="primary"
        icon={<FileCheck2 size={16} aria-hidden />}
        isDisabled={languages.length === 0 || hasNames || info.verification !== 'ok'}
        isPending={issue.isPending}
        onPress={() =>
          issue.mutate(
            {
              dossier: dossierId,
              session: sessionId,
              phase,
              languages: [...languages],
              ...(hours === null ? {} : { deadline: new Date(Date.now() + hours * HOUR_MS).toISOString() }),
            },
            {
              onSuccess: () => {
                setPhase(undefined);
                announce(t('issue.done', { phase: t(`phase.${phase}`) }));
              },
            },
          )
        }
      >
        {t('issue.action')}
      </Button>
      {info.verification === 'pending' && <p className="muted">{t('issue.checking')}</p>}
      {hasNames && <p className="muted">{t('issue.namesFirst')}</p>}
      {issue.error && <ErrorState error={issue.error} size="inline" />}
    </Card>
  );
}

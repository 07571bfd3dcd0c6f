import { FileDown } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MinutesRow } from '../../../shared/contract/index.ts';
import { LANGS, type Lang } from '../../../shared/domain/languages.ts';
import { useCall, useMutate } from '../../app/calls.ts';
import { useDossier } from '../../app/dossier.tsx';
import { LANGUAGE_NAMES } from '../../i18n/locale.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { BestText } from '../../ui/BestText.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { CheckboxGroup, RadioGroup } from '../../ui/Choice.tsx';
import { CONSTITUENCIES, ConstituencyTile, useSeatName } from '../../ui/constituency.tsx';
import { ErrorState, Notice } from '../../ui/states.tsx';
import { TextArea } from '../../ui/TextField.tsx';
import { announce } from '../../ui/toasts.ts';
import { startMinutes, useJob } from './jobs.ts';
import { Fingerprint, JobFiles } from './parts.tsx';

const FORMATS = ['pdf', 'docx', 'copy'] as const;
type Format = (typeof FORMATS)[number];
const WAYS = ['stick', 'paper'] as const;

/** One phase as it was given out: its fingerprint, its files, who has a copy, and what was amended. */
export function PhaseCard({
  dossierId,
  row,
  isLatest,
  mayWrite,
}: {
  readonly dossierId: string;
  readonly row: MinutesRow;
  readonly isLatest: boolean;
  readonly mayWrite: boolean;
}): ReactNode {
  const { t } = useTranslation('minutes');
  const format = useFormat();
  const isOpen = row.phase !== 'final' && row.deadline !== null && Date.parse(row.deadline) > Date.now();
  return (
    <Card title={t(`phase.${row.phase}`)} count={format.dateTime(row.issuedAt)}>
      {row.deadline !== null && (
        <p className="muted">
          {t(isOpen ? 'amend.until' : 'amend.over', { date: format.dateTime(row.deadline) })}
        </p>
      )}
      <p>
        {t('fingerprint')} <Fingerprint groups={row.fingerprint} />
      </p>
      {row.isKept ? <MakeFiles dossierId={dossierId} row={row} /> : <Notice>{t('notKept')}</Notice>}
      <Receipts dossierId={dossierId} row={row} mayWrite={mayWrite} />
      <Amendments dossierId={dossierId} row={row} isOpen={isOpen && isLatest && mayWrite} />
    </Card>
  );
}

function MakeFiles({ dossierId, row }: { readonly dossierId: string; readonly row: MinutesRow }): ReactNode {
  const { t } = useTranslation('minutes');
  const { verification } = useDossier();
  const job = useJob(row.id);
  const known = LANGS.filter((lang) => row.languages.includes(lang));
  const [formats, setFormats] = useState<readonly Format[]>(['pdf', 'docx', 'copy']);
  const [chosen, setChosen] = useState<readonly Lang[]>();
  const [error, setError] = useState<unknown>();
  const languages = chosen ?? known;
  const start = async (): Promise<void> => {
    setError(undefined);
    try {
      await startMinutes({
        dossier: dossierId,
        minutes: row.id,
        formats: (['pdf', 'docx'] as const).filter((each) => formats.includes(each)),
        languages: [...languages],
        copy: formats.includes('copy'),
      });
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <section className="minutes-section">
      <h3>{t('files.title')}</h3>
      <CheckboxGroup
        label={t('files.formats')}
        options={FORMATS.map((id) => ({ id, label: t(`files.format.${id}`) }))}
        value={formats}
        onChange={setFormats}
        layout="row"
      />
      <CheckboxGroup
        label={t('issue.languages')}
        layout="row"
        options={known.map((id) => ({ id, label: LANGUAGE_NAMES[id] }))}
        value={languages}
        onChange={setChosen}
      />
      {job?.state !== 'running' && (
        <Button
          icon={<FileDown size={16} aria-hidden />}
          isDisabled={formats.length === 0 || languages.length === 0 || verification !== 'ok'}
          onPress={() => void start()}
        >
          {t('files.make')}
        </Button>
      )}
      {error !== undefined && <ErrorState error={error} size="inline" />}
      <JobFiles job={job} />
    </section>
  );
}

function Receipts({
  dossierId,
  row,
  mayWrite,
}: {
  readonly dossierId: string;
  readonly row: MinutesRow;
  readonly mayWrite: boolean;
}): ReactNode {
  const { t } = useTranslation('minutes');
  const seatName = useSeatName();
  const hand = useMutate('minutes.handed');
  return (
    <section className="minutes-section">
      <h3>{t('receipts.title')}</h3>
      <p className="muted">{t('receipts.text')}</p>
      <ul className="minutes-receipts">
        {CONSTITUENCIES.map((seat) => (
          <li key={seat}>
            <span className="seat-line">
              <ConstituencyTile seat={seat} isDecorative /> {seatName(seat)}
            </span>
            {mayWrite ? (
              <RadioGroup
                label={t('receipts.of', { seat: seatName(seat) })}
                hideLabel
                layout="row"
                options={WAYS.map((id) => ({ id, label: t(`receipts.${id}`) }))}
                value={row.received[seat]}
                onChange={(how) =>
                  hand.mutate({ dossier: dossierId, minutes: row.id, constituency: seat, how })
                }
              />
            ) : (
              <span>{row.received[seat] ? t(`receipts.${row.received[seat]}`) : t('receipts.not')}</span>
            )}
          </li>
        ))}
      </ul>
      {hand.error && <ErrorState error={hand.error} size="inline" />}
    </section>
  );
}

interface Amendment {
  readonly id: string;
  readonly constituency?: 'G' | 'E' | 'W';
  readonly body?: Parameters<typeof BestText>[0]['texts'];
}

function Amendments({
  dossierId,
  row,
  isOpen,
}: {
  readonly dossierId: string;
  readonly row: MinutesRow;
  readonly isOpen: boolean;
}): ReactNode {
  const { t, i18n } = useTranslation('minutes');
  const seatName = useSeatName();
  const comments = useCall(
    'record.list',
    { dossier: dossierId, type: 'comment', of: { field: 'target', id: row.id } },
    { recordTypes: ['comment'] },
  );
  const amend = useMutate('minutes.amend');
  const [seat, setSeat] = useState<'G' | 'E' | 'W'>();
  const [text, setText] = useState('');
  const all = (comments.data ?? []).map(({ record }) => record as unknown as Amendment);
  if (all.length === 0 && !isOpen) return null;
  return (
    <section className="minutes-section">
      <h3>{t('amend.title')}</h3>
      <ul className="minutes-files">
        {all.map((each) => (
          <li key={each.id}>
            <span className="minutes-file">
              {each.constituency && <strong>{seatName(each.constituency)}</strong>}
              {each.body && <BestText texts={each.body} isBlock={false} />}
            </span>
          </li>
        ))}
      </ul>
      {isOpen && (
        <>
          <RadioGroup
            label={t('amend.whose')}
            layout="row"
            options={CONSTITUENCIES.map((id) => ({ id, label: seatName(id) }))}
            value={seat}
            onChange={setSeat}
          />
          <TextArea label={t('amend.text')} value={text} onChange={setText} maxLength={5000} />
          <Button
            isDisabled={seat === undefined || text.trim() === ''}
            isPending={amend.isPending}
            onPress={() =>
              seat &&
              amend.mutate(
                {
                  dossier: dossierId,
                  minutes: row.id,
                  constituency: seat,
                  body: { [i18n.language]: text.trim() },
                },
                {
                  onSuccess: () => {
                    setText('');
                    announce(t('amend.done'));
                  },
                },
              )
            }
          >
            {t('amend.action')}
          </Button>
          {amend.error && <ErrorState error={amend.error} size="inline" />}
        </>
      )}
    </section>
  );
}

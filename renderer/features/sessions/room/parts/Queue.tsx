import { Hand, Reply, UserPlus } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Seat } from '../../../../../shared/domain/codes.ts';
import type { TurnKind } from '../../../../../shared/domain/floor/constants.ts';
import { useFormat } from '../../../../i18n/useFormat.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Card } from '../../../../ui/Card.tsx';
import { ConstituencyTile, SEATS } from '../../../../ui/constituency.tsx';
import { ToggleButton } from '../../../../ui/ToggleButton.tsx';
import { useSeatNames } from '../words.ts';
import { type EntriesProps, QueueEntries } from './QueueEntries.tsx';

export interface QueueProps extends EntriesProps {
  readonly add: (seat: Seat) => void;
  /** What the next one added is asking for. */
  readonly kind: TurnKind;
  readonly onKind: (kind: TurnKind) => void;
  readonly onByName: () => void;
}

/** Who waits for the floor, in the order the chair gives it. */
export const Queue = memo(function Queue(props: QueueProps) {
  const { state, at, act, move, remove, add, kind, onKind, onByName } = props;
  const { t } = useTranslation('room');
  const format = useFormat();
  const isOpen = state.phase === 'open' || state.phase === 'suspended';
  return (
    <div data-region className="sitting-queue">
      <Card
        title={t('queue.title')}
        count={format.count(state.queue.length)}
        className="sitting-fill"
        actions={isOpen && <Asking kind={kind} onKind={onKind} onByName={onByName} />}
      >
        {isOpen && <Adding kind={kind} add={add} />}
        {state.queue.length === 0 && <p className="muted sitting-empty">{t('queue.empty')}</p>}
        {/* There before anybody waits: to make the list with the first speaker would take longer than any act after. */}
        <QueueEntries state={state} at={at} act={act} move={move} remove={remove} />
      </Card>
    </div>
  );
});

const Key = ({ children }: { readonly children: ReactNode }) => (
  <span className="key" aria-hidden="true">
    {children}
  </span>
);

/** What the next one added asks for, and the way to a name. Apart: the floor goes on without drawing it again. */
const Asking = memo(function Asking({
  kind,
  onKind,
  onByName,
}: Pick<QueueProps, 'kind' | 'onKind' | 'onByName'>) {
  const { t } = useTranslation('room');
  return (
    <>
      <Button
        className="sitting-small"
        variant="quiet"
        icon={<UserPlus size={14} aria-hidden />}
        keyHint="A"
        onPress={onByName}
      >
        {t('queue.byName')}
      </Button>
      <ToggleButton
        className="sitting-small"
        icon={<Hand size={14} aria-hidden />}
        isSelected={kind === 'point-of-order'}
        onChange={(on) => onKind(on ? 'point-of-order' : 'turn')}
      >
        {t('turn.point-of-order')} <Key>O</Key>
      </ToggleButton>
      <ToggleButton
        className="sitting-small"
        icon={<Reply size={14} aria-hidden className="flip" />}
        isSelected={kind === 'reply'}
        onChange={(on) => onKind(on ? 'reply' : 'turn')}
      >
        {t('turn.reply')} <Key>R</Key>
      </ToggleButton>
    </>
  );
});

/** One more of a constituency, by one key. */
const Adding = memo(function Adding({ kind, add }: Pick<QueueProps, 'kind' | 'add'>) {
  const { t } = useTranslation('room');
  const names = useSeatNames();
  return (
    <fieldset className="sitting-add">
      <legend className="visually-hidden">{t('queue.add')}</legend>
      <span className={kind === 'turn' ? 'muted' : 'sitting-add-kind'} aria-hidden="true">
        {kind === 'turn' ? t('queue.add') : t('queue.kindFirst', { kind: t(`turn.${kind}`) })}
      </span>
      {SEATS.map((seat, index) => (
        <Button
          key={seat}
          className="sitting-small"
          icon={<ConstituencyTile seat={seat} size="s" isDecorative />}
          keyHint={String(index + 1)}
          onPress={() => add(seat)}
        >
          <span aria-hidden="true">{names[seat]}</span>
          <span className="visually-hidden">{t('queue.addSeat', { who: names[seat] })}</span>
        </Button>
      ))}
    </fieldset>
  );
});

import { Check, Minus, Plus, X } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { MINIMUM_SHARE } from '../../../../../shared/domain/floor/constants.ts';
import type { FloorPerson, FloorSeat, FloorState } from '../../../../../shared/domain/floor/state.ts';
import { useFormat } from '../../../../i18n/useFormat.ts';
import { Badge } from '../../../../ui/Badge.tsx';
import { Button, IconButton } from '../../../../ui/Button.tsx';
import { Checkbox } from '../../../../ui/Choice.tsx';
import { ConstituencyTile, seatStyle } from '../../../../ui/constituency.tsx';
import { Dialog } from '../../../../ui/Dialog.tsx';
import { Notice } from '../../../../ui/states.tsx';
import type { FloorAct } from '../useFloor.ts';
import { useRoles } from '../useRoles.ts';
import { useSeatNames } from '../words.ts';

/** Who is here, seat by seat: arrivals and departures are stamped as they are ticked. */
export const PresenceDrawer = memo(function PresenceDrawer({
  dossierId,
  state,
  act,
  isOpen,
  onClose,
}: {
  readonly dossierId: string;
  readonly state: FloorState;
  readonly act: (act: FloorAct) => Promise<unknown>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('room');
  const roleOf = useRoles(dossierId);
  const isLost =
    state.notices.some(({ kind }) => kind === 'restored') &&
    state.presence.some(({ unidentified }) => unidentified > 0);
  return (
    <Dialog shape="drawer" title={t('presence.title')} isOpen={isOpen} onClose={onClose}>
      <div className="sitting-presence">
        <QuorumLine state={state} />
        {isLost && <Notice tone="warn">{t('presence.again')}</Notice>}
        {state.presence.map((seat) => (
          <SeatPresence key={seat.seat} seat={seat} state={state} act={act} roleOf={roleOf} />
        ))}
      </div>
    </Dialog>
  );
});

function QuorumLine({ state }: { readonly state: FloorState }) {
  const { t } = useTranslation('room');
  const { quorum } = state;
  const hasRule = quorum.rule !== null && quorum.rule.kind !== 'none';
  return (
    <p className={`sitting-quorum-line ${!hasRule ? 'none' : quorum.met ? 'met' : 'lost'}`} role="status">
      {hasRule && (quorum.met ? <Check size={16} aria-hidden /> : <X size={16} aria-hidden />)}
      {t('head.quorum')}:{' '}
      <b>{!hasRule ? t('head.quorumNone') : quorum.met ? t('head.quorumMet') : t('head.quorumLost')}</b>
    </p>
  );
}

function SeatPresence({
  seat: held,
  state,
  act,
  roleOf,
}: {
  readonly roleOf: (participant: string) => string | undefined;
  readonly seat: FloorSeat;
  readonly state: FloorState;
  readonly act: (act: FloorAct) => Promise<unknown>;
}) {
  const { t } = useTranslation('room');
  const format = useFormat();
  const names = useSeatNames();
  const { seat, people } = held;
  const present = held.titular + held.alternate + held.adviser;
  const counted = seat === 'invited' ? undefined : state.quorum.seats[seat];
  const share = held.women === null || present === 0 ? undefined : held.women / present;
  const absent = people.filter(({ here, standing }) => !here && standing === 'titular');
  const isClosed = state.phase === 'closed';
  /** One after the other: each answer is the state that the next one stands on. */
  const allHere = async (): Promise<void> => {
    for (const { participant } of absent) if (!(await act({ kind: 'arrive', seat, participant }))) return;
  };
  return (
    <section className="sitting-seat" style={seatStyle(seat)} aria-label={names[seat]}>
      <h3>
        <ConstituencyTile seat={seat} isDecorative />
        <span>{names[seat]}</span>
        {counted ? (
          <span className="sitting-seat-count num">
            {t('head.present', { present: counted.present, entitled: counted.entitled })}
            {state.quorum.rule !== null && state.quorum.rule.kind !== 'none' && (
              <span className="muted"> · {t('presence.needs', { needed: counted.needed })}</span>
            )}
          </span>
        ) : (
          <span className="sitting-seat-count num">{format.count(present)}</span>
        )}
      </h3>
      {share !== undefined && (
        <p className={share < MINIMUM_SHARE ? 'sitting-late' : 'muted'}>
          {t('gauge.women')}: <span className="num">{format.percent(share)}</span>
          {share < MINIMUM_SHARE && ` · ${t('gauge.under', { share: format.percent(MINIMUM_SHARE) })}`}
        </p>
      )}
      {people.length === 0 ? (
        <p className="muted">{t('presence.nobody')}</p>
      ) : (
        <>
          {!isClosed && (
            <Button className="sitting-small" variant="quiet" onPress={() => void allHere()}>
              {t('presence.all')}
            </Button>
          )}
          <ul className="sitting-people">
            {people.map((person) => (
              <Person
                key={person.participant}
                person={person}
                role={roleOf(person.participant)}
                seat={seat}
                isClosed={isClosed}
                isSecret={!state.mayName}
                hasRoom={counted !== undefined && counted.present < counted.entitled}
                act={act}
              />
            ))}
          </ul>
        </>
      )}
      <div className="sitting-anonymous">
        <span className="sitting-anonymous-name">{t('presence.unidentified')}</span>
        <IconButton
          size="s"
          label={t('presence.oneLess', { who: names[seat] })}
          icon={<Minus size={14} aria-hidden />}
          isDisabled={isClosed || held.unidentified === 0}
          onPress={() => void act({ kind: 'leave', seat, count: 1 })}
        />
        <b className="num">{format.count(held.unidentified)}</b>
        <IconButton
          size="s"
          label={t('presence.one', { who: names[seat] })}
          icon={<Plus size={14} aria-hidden />}
          isDisabled={isClosed}
          onPress={() => void act({ kind: 'arrive', seat, count: 1 })}
        />
      </div>
    </section>
  );
}

function Person({
  person,
  role,
  seat,
  isClosed,
  isSecret,
  hasRoom,
  act,
}: {
  readonly person: FloorPerson;
  readonly role: string | undefined;
  readonly seat: FloorSeat['seat'];
  readonly isClosed: boolean;
  readonly isSecret: boolean;
  readonly hasRoom: boolean;
  readonly act: (act: FloorAct) => Promise<unknown>;
}) {
  const { t } = useTranslation('room');
  const { participant, here, standing, steppedIn, spokesperson } = person;
  const name = person.name ?? role ?? t('presence.unnamed');
  return (
    <li>
      <Checkbox
        isSelected={here}
        isDisabled={isClosed}
        className={isSecret ? 'sitting-secret' : undefined}
        onChange={(on) => void act({ kind: on ? 'arrive' : 'leave', seat, participant })}
      >
        {name}
      </Checkbox>
      <span className="sitting-marks">
        {standing !== 'titular' && <Badge>{t(`standing.${standing}`)}</Badge>}
        {spokesperson && <Badge>{t('queue.spokesperson')}</Badge>}
        {standing === 'alternate' && here && (
          <Button
            className="sitting-small"
            aria-label={t(steppedIn ? 'presence.stepOutOf' : 'presence.stepInOf', { who: name })}
            isDisabled={isClosed || (!steppedIn && !hasRoom)}
            onPress={() =>
              void act({ kind: steppedIn ? 'step-out' : 'step-in', seat, alternate: participant })
            }
          >
            {t(steppedIn ? 'presence.stepOut' : 'presence.stepIn')}
          </Button>
        )}
      </span>
    </li>
  );
}

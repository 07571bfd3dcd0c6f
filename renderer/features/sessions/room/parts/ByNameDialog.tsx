import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Seat } from '../../../../../shared/domain/codes.ts';
import { TURN_KINDS, type TurnKind } from '../../../../../shared/domain/floor/constants.ts';
import type { FloorState } from '../../../../../shared/domain/floor/state.ts';
import { Button } from '../../../../ui/Button.tsx';
import { ComboBox } from '../../../../ui/ComboBox.tsx';
import { ConstituencyTile, SEATS } from '../../../../ui/constituency.tsx';
import { Dialog } from '../../../../ui/Dialog.tsx';
import { Select } from '../../../../ui/Select.tsx';
import { TextField } from '../../../../ui/TextField.tsx';
import { usePeople } from '../usePeople.ts';
import { useSeatNames } from '../words.ts';

export interface Named {
  readonly seat: Seat;
  readonly turn: TurnKind;
  readonly participant?: string;
  readonly name?: string;
}

/** A speaker by name: a participant, or someone who is none and whose name stays in memory. */
export function ByNameDialog({
  dossierId,
  state,
  kind,
  onAdd,
  onClose,
}: {
  readonly dossierId: string;
  readonly state: FloorState;
  readonly kind: TurnKind;
  readonly onAdd: (named: Named) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('room');
  const names = useSeatNames();
  const people = usePeople(dossierId, state.presence);
  const [participant, setParticipant] = useState<string>();
  const [name, setName] = useState('');
  const [seat, setSeat] = useState<Seat>('invited');
  const [turn, setTurn] = useState<TurnKind>(kind);
  const [isTried, setTried] = useState(false);
  const chosen = people.find((person) => person.participant === participant);
  const add = (): void => {
    setTried(true);
    if (chosen) onAdd({ seat: chosen.seat, turn, participant: chosen.participant });
    else if (name.trim()) onAdd({ seat, turn, name: name.trim() });
  };
  return (
    <Dialog
      title={t('byName.title')}
      size="s"
      isOpen
      onClose={onClose}
      footer={
        <Button variant="primary" onPress={add}>
          {t('byName.add')}
        </Button>
      }
    >
      <div className="form">
        <ComboBox
          label={t('byName.participant')}
          autoFocus
          options={people.map((person) => ({
            id: person.participant,
            label: person.label,
            hint: names[person.seat],
            icon: <ConstituencyTile seat={person.seat} size="s" isDecorative />,
          }))}
          value={participant}
          placeholder={t('byName.search')}
          error={isTried && !chosen && !name.trim() ? t('byName.needed') : undefined}
          onChange={setParticipant}
        />
        {!chosen && (
          <>
            <TextField
              label={t('byName.other')}
              description={t('byName.otherHelp')}
              value={name}
              onChange={setName}
              maxLength={200}
            />
            <Select<Seat>
              label={t('byName.seat')}
              value={seat}
              options={SEATS.map((id) => ({ id, label: names[id] }))}
              onChange={setSeat}
            />
          </>
        )}
        <Select<TurnKind>
          label={t('byName.kind')}
          value={turn}
          options={TURN_KINDS.map((id) => ({ id, label: t(`turn.${id}`) }))}
          onChange={setTurn}
        />
      </div>
    </Dialog>
  );
}

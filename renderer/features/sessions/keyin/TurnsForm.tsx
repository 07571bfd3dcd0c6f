import { Plus, X } from 'lucide-react';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  SPEAKERS,
  type Speaker,
  TURN_KINDS,
  type TurnKind,
} from '../../../../shared/domain/floor/constants.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { announce } from '../../../ui/toasts.ts';
import { lengthOf, partsOf } from './length.ts';
import { useSpeakerNames } from './words.ts';

export interface PaperTurn {
  readonly key: string;
  readonly seat: Speaker;
  readonly kind: TurnKind;
  readonly ms: number;
}
const MOST = 300;

/** The speakers' sheet: who held the floor and how long. Enter adds the line and begins the next. */
export function TurnsForm({
  turns,
  onChange,
}: {
  readonly turns: readonly PaperTurn[];
  readonly onChange: (turns: readonly PaperTurn[]) => void;
}): ReactNode {
  const { t } = useTranslation(['sessions', 'common']);
  const format = useFormat();
  const names = useSpeakerNames();
  const [seat, setSeat] = useState<Speaker>('G');
  const [kind, setKind] = useState<TurnKind>('turn');
  const [length, setLength] = useState('');
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const ms = lengthOf(length);
  const said = ({ seat: who, kind: what, ms: long }: PaperTurn): string => {
    const { minutes, seconds } = partsOf(long);
    const time = `${format.count(minutes)}:${format.number(seconds, { minimumIntegerDigits: 2 })}`;
    return what === 'turn'
      ? t('keyIn.turnSaid', { who: names[who], time })
      : t('keyIn.turnSaidAs', { who: names[who], what: t(`turnKind.${what}`), time });
  };
  const add = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (ms === undefined || turns.length >= MOST) return;
    const turn = { key: crypto.randomUUID(), seat, kind, ms };
    onChange([...turns, turn]);
    announce(said(turn));
    setTried(false);
    setLength('');
    setKind('turn');
    form.current?.querySelector<HTMLInputElement>('.sessions-length input')?.focus();
  };
  return (
    <section aria-labelledby="keyin-turns">
      <h3 id="keyin-turns">{t('keyIn.turns')}</h3>
      <form className="sessions-add" ref={form} onSubmit={add}>
        <Select
          label={t('keyIn.who')}
          options={SPEAKERS.map((id) => ({ id, label: names[id] }))}
          value={seat}
          onChange={setSeat}
        />
        <Select
          label={t('keyIn.turnKind')}
          options={TURN_KINDS.map((id) => ({ id, label: t(`turnKind.${id}`) }))}
          value={kind}
          onChange={setKind}
        />
        <TextField
          className="sessions-length"
          label={t('keyIn.length')}
          description={t('keyIn.lengthHelp')}
          inputMode="numeric"
          value={length}
          onChange={setLength}
          maxLength={7}
          error={isTried && ms === undefined ? t('keyIn.noLength') : undefined}
        />
        <Button type="submit" icon={<Plus size={15} aria-hidden />} isDisabled={turns.length >= MOST}>
          {t('common:add')}
        </Button>
      </form>
      {turns.length > 0 && (
        <ol className="sessions-lines">
          {turns.map((turn) => (
            <li key={turn.key}>
              <span className="grow">{said(turn)}</span>
              <IconButton
                size="s"
                label={t('keyIn.remove', { what: said(turn) })}
                icon={<X size={14} aria-hidden />}
                onPress={() => onChange(turns.filter(({ key }) => key !== turn.key))}
              />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

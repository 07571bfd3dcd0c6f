import { History } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LookedUp } from '../../../../shared/contract/index.ts';
import { invoke } from '../../../app/calls.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Notice } from '../../../ui/states.tsx';
import { referenceText } from '../reference.tsx';
import type { useValue } from './fields.tsx';
import { useRecordEditing } from './record.tsx';

const KNOWN = ['ratification', 'ratifiedOn', 'checkedOn'] as const;

/**
 * Choosing an instrument: what was known of another one goes, and what the dossier holds of this one already is taken
 * over in the same step, with the day it was looked up. It is a start and may be changed.
 */
export function useRatification(
  instrument: ReturnType<typeof useValue<string>>,
  isStatusShown: boolean,
): { readonly choose: (next: string | undefined) => void; readonly takenOver: LookedUp | undefined } {
  const { dossierId, members, conflicts, isReadOnly, edit } = useRecordEditing();
  const [held, setHeld] = useState<{ readonly instrument: string; readonly from: LookedUp }>();
  const wanted = useRef<string>(undefined);
  const choose = (next: string | undefined): void => {
    wanted.current = next;
    setHeld(undefined);
    // A status that was typed before its instrument is of this one, and is not overwritten.
    const isTyped = instrument.value === undefined && KNOWN.some((name) => members[name] !== undefined);
    const inConflict = KNOWN.some((name) => conflicts.includes(name));
    if (isReadOnly || isTyped || inConflict || next === instrument.value) {
      instrument.set(next);
      return;
    }
    void (async () => {
      // Nothing to take over is no fault, and neither is a host that does not answer: the field is empty then.
      const found =
        next !== undefined && isStatusShown
          ? await invoke('register.lookedUp', { dossier: dossierId, instrument: next }).catch(() => null)
          : null;
      // Another instrument was chosen meanwhile.
      if (wanted.current !== next) return;
      const known = Object.fromEntries(
        KNOWN.flatMap((name) =>
          (found?.[name] ?? null) === null && members[name] === undefined
            ? []
            : [[name, found?.[name] ?? null]],
        ),
      );
      if (Object.keys(known).length === 0) {
        instrument.set(next);
        return;
      }
      try {
        await edit({ instrument: next ?? null, ...known });
        if (next !== undefined && found) setHeld({ instrument: next, from: found });
      } catch {
        // The field tries again by itself and says what is wrong.
        instrument.set(next);
      }
    })();
  };
  return { choose, takenOver: held && held.instrument === instrument.value ? held.from : undefined };
}

/** Where the status below comes from, for as long as the form is open; the day stays with the record. */
export function TakenOver({ from }: { readonly from: LookedUp | undefined }) {
  const { t } = useTranslation('coding');
  const format = useFormat();
  return (
    <div role="status">
      {from && (
        <Notice icon={<History size={16} aria-hidden />}>
          {t('norm.takenOver', { day: format.date(from.checkedOn), ref: referenceText(from.number) })}
        </Notice>
      )}
    </div>
  );
}

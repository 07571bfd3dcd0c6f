import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clean, type PasteChange } from '../../../shared/domain/paste/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Choice.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { segmentsOf } from './segments.ts';
import './pasting.css';

const NONE: ReadonlySet<string> = new Set();

/** Original and result side by side, every change marked; each can be refused, and none is made before it is accepted. */
export function CleanDialog({
  original,
  lang,
  onLeave,
  onClose = onLeave,
  onClean,
}: {
  readonly original: string;
  readonly lang: string;
  readonly onLeave: () => void;
  /** To close without having decided. */
  readonly onClose?: () => void;
  readonly onClean: (cleaned: string) => void;
}): ReactNode {
  const { t } = useTranslation('pasting');
  const [refused, setRefused] = useState(NONE);
  const [accepted, setAccepted] = useState(NONE);
  const { result, changes } = useMemo(
    () => clean(original, { refused, accepted }),
    [original, refused, accepted],
  );
  const decide = ({ id, sure }: PasteChange, isWanted: boolean): void => {
    const turn = (set: ReadonlySet<string>, isIn: boolean): ReadonlySet<string> => {
      const next = new Set(set);
      if (isIn) next.add(id);
      else next.delete(id);
      return next;
    };
    if (sure) setRefused(turn(refused, !isWanted));
    else setAccepted(turn(accepted, isWanted));
  };
  const isNothing = changes.every(({ applied }) => !applied);
  const text = { lang: lang || undefined, dir: lang === 'ar' ? 'rtl' : 'auto' };
  return (
    <Dialog
      title={t('title')}
      isOpen
      onClose={onClose}
      size="l"
      footer={
        <>
          <Button onPress={onLeave}>{t('leave')}</Button>
          <Button variant="primary" isDisabled={isNothing} onPress={() => onClean(result)}>
            {t('accept')}
          </Button>
        </>
      }
    >
      <p className="muted paste-intro">{t('intro')}</p>
      <div className="paste-sides">
        {(['original', 'result'] as const).map((side) => (
          <div key={side}>
            <h3>{t(side)}</h3>
            <Marked
              label={t(side)}
              text={side === 'original' ? original : result}
              changes={changes}
              side={side === 'original' ? 'from' : 'to'}
              {...text}
            />
          </div>
        ))}
      </div>
      <div className="paste-list-head">
        <h3>{t('changes')}</h3>
        <Button onPress={() => setRefused(new Set(changes.filter((each) => each.sure).map(({ id }) => id)))}>
          {t('refuseAll')}
        </Button>
        <Button
          onPress={() => {
            setRefused(NONE);
            setAccepted(new Set(changes.filter((each) => !each.sure).map(({ id }) => id)));
          }}
        >
          {t('acceptAll')}
        </Button>
      </div>
      <ul className="paste-list">
        {changes.map((change) => (
          <li key={change.id}>
            <Checkbox isSelected={change.applied} onChange={(isWanted) => decide(change, isWanted)}>
              <span className="paste-kind">
                {t(`kind.${change.kind}`)} {!change.sure && <em>{t('unsure')}</em>}
              </span>{' '}
              <bdi className="paste-piece">{around(original, change.from)}</bdi>
            </Checkbox>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function Marked({
  label,
  text,
  changes,
  side,
  lang,
  dir,
}: {
  readonly label: string;
  readonly text: string;
  readonly changes: readonly PasteChange[];
  readonly side: 'from' | 'to';
  readonly lang: string | undefined;
  readonly dir: string;
}): ReactNode {
  return (
    <section
      className="paste-text"
      lang={lang}
      dir={dir}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
      tabIndex={0}
      aria-label={label}
    >
      {segmentsOf(text, changes, side).map(({ at, text: piece, changes: here }) =>
        here.length === 0 ? (
          piece
        ) : (
          <mark
            key={`${at}${piece === '' ? 'gap' : ''}`}
            className={classes('paste-mark', here.some(({ applied }) => applied) ? 'applied' : 'open')}
          >
            {piece}
          </mark>
        ),
      )}
    </section>
  );
}

/** A change with the letters beside it, so that one can see what is meant. */
function around(text: string, [start, end]: readonly [number, number]): string {
  const from = Math.max(0, start - 12);
  const to = Math.min(text.length, Math.min(end, start + 40) + 12);
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}

import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { CauseRow } from '../../../../shared/domain/causes/types.ts';
import { directionOf, type Lang, pick } from '../../../../shared/domain/languages.ts';
import { useAutosave } from '../../../app/autosave.ts';
import { invoke } from '../../../app/calls.ts';
import { useLang } from '../../../i18n/useFormat.ts';
import { useErrorText } from '../../../ui/states.tsx';
import { type Pasted, useOriginals } from '../../editing/index.ts';
import { PasteWatch } from '../../pasting/index.ts';
import { useWritingLang } from '../queries.ts';

const MOST = 1000;

interface LineProps {
  readonly label: string;
  readonly value: string;
  readonly lang: Lang;
  readonly error?: string | undefined;
  readonly onChange: (text: string) => void;
  /** What was pasted, where its cleaned text came by `onChange`. */
  readonly onCleaned: (original: string) => void;
  readonly onBlur: (elsewhere: boolean) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
}

/** The text of a line while it is written: grows with it, and the cursor stands at its end. */
function Line({ label, value, lang, error, onChange, onCleaned, onBlur, onKeyDown }: LineProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  /** The line is not left while the comparison that it asked for is open. */
  const isAsking = useRef(false);
  const write = (text: string): void => onChange(text.replace(/[\r\n]+/g, ' '));
  useLayoutEffect(() => {
    area.current?.focus();
    area.current?.setSelectionRange(MOST, MOST);
  }, []);
  return (
    <PasteWatch
      isDirect
      className="causes-line"
      onAsk={(now) => {
        isAsking.current = now;
      }}
      onClean={(text, original) => {
        onCleaned(original);
        write(text);
      }}
    >
      <textarea
        ref={area}
        className="input causes-line-input"
        aria-label={label}
        aria-invalid={error !== undefined}
        rows={1}
        maxLength={MOST}
        value={value}
        lang={lang}
        dir={directionOf(lang)}
        onChange={(event) => write(event.target.value)}
        onBlur={({ relatedTarget }) => {
          if (!isAsking.current) onBlur(relatedTarget !== null);
        }}
        onKeyDown={onKeyDown}
      />
      {error && <span className="field-error">{error}</span>}
    </PasteWatch>
  );
}

/** A new cause: nothing is stored before it has a text. */
export function DraftLine({
  label,
  onAdd,
  onLeave,
  onShift,
}: {
  readonly label: string;
  readonly onAdd: (text: string, goOn: boolean, pasted: Pasted | undefined) => void;
  readonly onLeave: (toOutline: boolean) => void;
  readonly onShift: (by: 'indent' | 'outdent') => void;
}) {
  const lang = useWritingLang();
  const [text, setText] = useState('');
  const originals = useOriginals();
  const typed = text.trim();
  const isKept = useRef(false);
  const keep = (goOn: boolean): void => {
    // Leaving by a key blurs the field before this is drawn anew: once is enough.
    if (isKept.current) return;
    isKept.current = !goOn;
    setText('');
    onAdd(typed, goOn, originals.take());
  };
  const leaving = useRef(() => {});
  leaving.current = () => {
    if (typed) keep(false);
  };
  // Who goes to another screen in the middle of a sentence finds it here again.
  useEffect(() => () => leaving.current(), []);
  return (
    <Line
      label={label}
      value={text}
      lang={lang}
      onChange={setText}
      onCleaned={(original) => originals.add(lang, original)}
      onBlur={(elsewhere) => {
        if (typed) keep(false);
        else if (elsewhere) onLeave(false);
      }}
      onKeyDown={(event) => {
        const { key, shiftKey, nativeEvent } = event;
        if (nativeEvent.isComposing) return;
        event.stopPropagation();
        if (key === 'Enter') {
          event.preventDefault();
          if (typed) keep(true);
          else onLeave(true);
        } else if (key === 'Escape') {
          // What was typed is never lost: leaving keeps it.
          if (typed) keep(false);
          else onLeave(true);
        } else if (key === 'Tab') {
          event.preventDefault();
          onShift(shiftKey ? 'outdent' : 'indent');
        }
      }}
    />
  );
}

/** The text of a cause in the language it is shown in, saved at each pause. */
export function CauseLine({
  dossierId,
  row,
  label,
  typed,
  onDone,
  onKey,
}: {
  readonly dossierId: string;
  readonly row: CauseRow;
  readonly label: string;
  /** The letter that opened it. */
  readonly typed: string;
  readonly onDone: (then: 'stay' | 'add' | 'leave') => void;
  readonly onKey: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
}) {
  const reader = useLang();
  const writing = useWritingLang();
  const errorText = useErrorText();
  const shown = pick(row.body, reader);
  const [lang] = useState<Lang>(shown?.lang ?? writing);
  const status = row.body[lang]?.status ?? 'original';
  const originals = useOriginals();
  const saved = useAutosave<string>({
    value: row.body[lang]?.text ?? '',
    save: (text) =>
      originals.store((pasted) =>
        invoke('record.edit', {
          dossier: dossierId,
          type: 'cause',
          id: row.id,
          members: { body: { [lang]: text.trim() ? { text, status } : null } },
          ...(pasted && { pasted }),
        }),
      ),
  });
  const { setValue, flush, value } = saved;
  const [opened] = useState({ typed, value });
  useLayoutEffect(() => {
    if (opened.typed) setValue(`${opened.value}${opened.typed}`);
  }, [opened, setValue]);
  const error =
    saved.state === 'failed' ? `${errorText(saved.error).what} ${errorText(saved.error).do}` : undefined;
  return (
    <Line
      label={label}
      value={value}
      lang={lang}
      error={error}
      onChange={setValue}
      onCleaned={(original) => originals.add(lang, original)}
      onBlur={(elsewhere) => {
        flush();
        if (elsewhere) onDone('leave');
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        const { key } = event;
        if (key === 'Enter' || key === 'Escape' || key === 'F2') {
          event.preventDefault();
          event.stopPropagation();
          flush();
          onDone(key === 'Enter' ? 'add' : 'stay');
          return;
        }
        if (key === 'Tab' || event.altKey) {
          flush();
          if (onKey(event)) event.preventDefault();
        }
        event.stopPropagation();
      }}
    />
  );
}

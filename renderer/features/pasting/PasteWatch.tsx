import { type ClipboardEvent, lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { clean } from '../../../shared/domain/paste/index.ts';
import { classes } from '../../ui/classes.ts';
import { type Field, inOneLine, originalOf, type Pasted } from './pasted.ts';

/** Their texts come when there is something to offer: a field that waited for them would take its screen away. */
const Offer = lazy(async () => ({ default: (await import('./Offer.tsx')).Offer }));
const CleanDialog = lazy(async () => ({ default: (await import('./CleanDialog.tsx')).CleanDialog }));

const isField = (target: EventTarget): target is Field =>
  target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;

/** After the dialog has closed, which gives the focus back to a button that is gone. */
const back = (field: Field): void => void requestAnimationFrame(() => field.focus());

/**
 * Watches what is pasted into the fields within, and offers to clean what looks as if it came out of a PDF. Nothing is
 * changed before a person has seen it.
 */
export function PasteWatch({
  onClean,
  isDirect = false,
  onAsk,
  className,
  children,
}: {
  /** The text that shall stand in the field now, what was pasted, and the language of the field. */
  readonly onClean: (text: string, original: string, lang: string) => void;
  /** Compares at once: for fields in which the Tab key does something else, so that no offer beside them is reached. */
  readonly isDirect?: boolean;
  /** Whether a person is being asked, and the field is left for that alone. */
  readonly onAsk?: (isAsking: boolean) => void;
  readonly className?: string;
  readonly children: ReactNode;
}): ReactNode {
  const [pasted, setPasted] = useState<Pasted>();
  const latest = useRef(onClean);
  latest.current = onClean;
  const ask = (about: Pasted | undefined): void => {
    onAsk?.(about !== undefined);
    setPasted(about);
  };
  const look = (event: ClipboardEvent): void => {
    const field = event.target;
    // A dialog within is a child of this in the tree alone.
    if (!isField(field) || field.readOnly || !event.currentTarget.contains(field)) return;
    const clipboard = event.clipboardData.getData('text/plain');
    const at = field.selectionStart ?? field.value.length;
    const behind = field.value.length - (field.selectionEnd ?? at);
    // Read when it lies there: no field takes more than its length.
    setTimeout(() => {
      const text = field.value.slice(at, field.value.length - behind);
      const original = originalOf(clipboard, text);
      ask(clean(original).changes.length > 0 ? { field, at, text, original } : undefined);
    });
  };
  const put = (cleaned: string): void => {
    if (!pasted) return;
    const { field, at, text, original } = pasted;
    const { value } = field;
    const place = value.startsWith(text, at) ? at : value.indexOf(text);
    ask(undefined);
    if (place < 0) return;
    const fitting = field instanceof HTMLInputElement ? inOneLine(cleaned) : cleaned;
    const whole = value.slice(0, place) + fitting + value.slice(place + text.length);
    latest.current(whole, original, field.lang);
    back(field);
  };
  const leave = (): void => {
    ask(undefined);
    if (pasted) back(pasted.field);
  };
  const Asking = isDirect ? CleanDialog : Offer;
  return (
    <div className={classes('paste-watch', className)} onPaste={look}>
      {children}
      {pasted && (
        <Suspense fallback={null}>
          <Asking original={pasted.original} lang={pasted.field.lang} onClean={put} onLeave={leave} />
        </Suspense>
      )}
    </div>
  );
}

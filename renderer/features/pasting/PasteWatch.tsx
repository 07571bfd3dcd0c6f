import { type ClipboardEvent, lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { clean } from '../../../shared/domain/paste/index.ts';
import type { Field, Pasted } from './pasted.ts';

/** Its texts come when there is something to offer: a field that waited for them would take its screen away. */
const Offer = lazy(async () => ({ default: (await import('./Offer.tsx')).Offer }));

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
  children,
}: {
  /** The text that shall stand in the field now, what was pasted, and the language of the field. */
  readonly onClean: (text: string, original: string, lang: string) => void;
  readonly children: ReactNode;
}): ReactNode {
  const [pasted, setPasted] = useState<Pasted>();
  const latest = useRef(onClean);
  latest.current = onClean;
  const look = (event: ClipboardEvent): void => {
    const field = event.target;
    if (!isField(field) || field.readOnly) return;
    const at = field.selectionStart ?? field.value.length;
    const behind = field.value.length - (field.selectionEnd ?? at);
    // Read when it lies there: a field of one line has no line breaks, and none takes more than its length.
    setTimeout(() => {
      const text = field.value.slice(at, field.value.length - behind);
      setPasted(clean(text).changes.length > 0 ? { field, at, text } : undefined);
    });
  };
  const put = (cleaned: string): void => {
    if (!pasted) return;
    const { field, at, text } = pasted;
    const { value } = field;
    const place = value.startsWith(text, at) ? at : value.indexOf(text);
    setPasted(undefined);
    if (place < 0) return;
    const whole = value.slice(0, place) + cleaned + value.slice(place + text.length);
    latest.current(whole, text, field.lang);
    back(field);
  };
  return (
    <div className="paste-watch" onPaste={look}>
      {children}
      {pasted && (
        <Suspense fallback={null}>
          <Offer
            pasted={pasted}
            onClean={put}
            onLeave={() => {
              setPasted(undefined);
              back(pasted.field);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}

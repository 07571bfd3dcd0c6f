import { Plus, X } from 'lucide-react';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Seat } from '../../../../shared/domain/codes.ts';
import { POINT_KINDS, type PointKind } from '../../../../shared/domain/floor/constants.ts';
import type { Lang } from '../../../../shared/domain/languages.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { SEATS } from '../../../ui/constituency.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { announce } from '../../../ui/toasts.ts';
import { useSpeakerNames } from './words.ts';

export interface PaperPoint {
  readonly key: string;
  readonly kind: PointKind;
  readonly text: string;
  readonly seat: Seat | undefined;
}
const MOST = 100;
const NOBODY = 'nobody';

/** Lines of the record that were written by hand. */
export function PointsForm({
  points,
  lang,
  onChange,
}: {
  readonly points: readonly PaperPoint[];
  readonly lang: Lang;
  readonly onChange: (points: readonly PaperPoint[]) => void;
}): ReactNode {
  const { t } = useTranslation(['sessions', 'common']);
  const names = useSpeakerNames();
  const [kind, setKind] = useState<PointKind>('point');
  const [seat, setSeat] = useState<Seat>();
  const [text, setText] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const body = text.trim();
    if (body === '' || points.length >= MOST) return;
    onChange([...points, { key: crypto.randomUUID(), kind, text: body, seat }]);
    announce(t('keyIn.lineAdded'));
    setText('');
    form.current?.querySelector<HTMLTextAreaElement>('textarea')?.focus();
  };
  return (
    <section aria-labelledby="keyin-points">
      <h3 id="keyin-points">{t('keyIn.points')}</h3>
      <form className="sessions-add" ref={form} onSubmit={add}>
        <Select
          label={t('keyIn.pointKind')}
          options={POINT_KINDS.map((id) => ({ id, label: t(`pointKind.${id}`) }))}
          value={kind}
          onChange={setKind}
        />
        <Select
          label={t('keyIn.from')}
          options={[
            { id: NOBODY, label: t('keyIn.fromNobody') },
            ...SEATS.map((id) => ({ id: id as string, label: names[id] })),
          ]}
          value={seat ?? NOBODY}
          onChange={(id) => setSeat(SEATS.find((one) => one === id))}
        />
        <TextArea
          className="sessions-whole"
          label={t('keyIn.text')}
          lang={lang}
          value={text}
          onChange={setText}
          maxLength={5000}
          minRows={2}
        />
        <Button
          type="submit"
          icon={<Plus size={15} aria-hidden />}
          isDisabled={text.trim() === '' || points.length >= MOST}
        >
          {t('common:add')}
        </Button>
      </form>
      {points.length > 0 && (
        <ol className="sessions-lines">
          {points.map((point) => (
            <li key={point.key}>
              <span className="grow">
                <span lang={lang} dir={lang === 'ar' ? 'rtl' : 'ltr'} className="prose">
                  {point.text}
                </span>
                <small className="muted">
                  {t(`pointKind.${point.kind}`)}
                  {point.seat && ` · ${names[point.seat]}`}
                </small>
              </span>
              <IconButton
                size="s"
                label={t('keyIn.remove', { what: point.text.slice(0, 60) })}
                icon={<X size={14} aria-hidden />}
                onPress={() => onChange(points.filter(({ key }) => key !== point.key))}
              />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

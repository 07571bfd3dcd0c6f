import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { referenceOf } from '../../../../shared/domain/causes/drawing.ts';
import type { DeficitBox, LinkRow } from '../../../../shared/domain/causes/types.ts';
import { pick } from '../../../../shared/domain/languages.ts';
import { useMutate } from '../../../app/calls.ts';
import { paths } from '../../../app/router.ts';
import { useLang } from '../../../i18n/useFormat.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import { AsPasted } from '../../editing/index.ts';
import { useDeficitName } from './words.ts';

/** Links in words: which deficit does what to which. */
export function Links({
  dossierId,
  links,
  boxes,
  isReadOnly,
  none,
}: {
  readonly dossierId: string;
  readonly links: readonly LinkRow[];
  readonly boxes: ReadonlyMap<string, DeficitBox>;
  readonly isReadOnly: boolean;
  readonly none: string;
}) {
  const { t } = useTranslation('causes');
  const lang = useLang();
  const name = useDeficitName();
  const unlink = useMutate('causes.unlink');
  const end = (id: string) => {
    const box = boxes.get(id);
    return box ? (
      <a href={paths.section(dossierId, 'deficits', id, { view: 'causes' })}>
        <bdi>{referenceOf(box.number)}</bdi> <bdi>{pick(box.title, lang)?.value.text ?? t('untitled')}</bdi>
      </a>
    ) : (
      <span className="muted">{t('missing')}</span>
    );
  };
  if (links.length === 0) return <p className="muted">{none}</p>;
  return (
    <>
      <ul className="causes-links">
        {links.map((link) => {
          const said = t(`says.${link.kind}`);
          const note = pick(link.note, lang)?.value.text;
          return (
            <li key={link.id}>
              <div className="causes-link">
                {end(link.from)} <b className={`causes-kind ${link.kind}`}>{said}</b> {end(link.to)}
                {note && <span className="muted">{note}</span>}
                {link.flags.map((flag) => (
                  <span key={flag} className="causes-flag">
                    {t(`linkFlag.${flag}`)}
                  </span>
                ))}
                <AsPasted of={link} />
              </div>
              {!isReadOnly && (
                <IconButton
                  size="s"
                  label={t('unlinkOf', {
                    from: name(boxes.get(link.from)),
                    says: said,
                    to: name(boxes.get(link.to)),
                  })}
                  icon={<X size={14} aria-hidden />}
                  onPress={() => unlink.mutate({ dossier: dossierId, id: link.id as never })}
                />
              )}
            </li>
          );
        })}
      </ul>
      {unlink.error && <ErrorState error={unlink.error} size="inline" />}
    </>
  );
}

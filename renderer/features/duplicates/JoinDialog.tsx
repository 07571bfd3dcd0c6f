import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordView } from '../../../shared/contract/index.ts';
import type { Area } from '../../../shared/domain/codes.ts';
import type { TextEntry, Texts } from '../../../shared/domain/fields.ts';
import { isLang, type Lang } from '../../../shared/domain/languages.ts';
import { withOriginal } from '../../../shared/domain/paste/originals.ts';
import { useMutate } from '../../app/calls.ts';
import { useDossier } from '../../app/dossier.tsx';
import { LANGUAGE_NAMES } from '../../i18n/locale.ts';
import { Button } from '../../ui/Button.tsx';
import { RadioGroup } from '../../ui/Choice.tsx';
import { CONSTITUENCIES, ConstituencyTile, Stance } from '../../ui/constituency.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { MultiText } from '../../ui/MultiText.tsx';
import { ErrorState, Notice } from '../../ui/states.tsx';
import { announce, showToast } from '../../ui/toasts.ts';
import { type Pasted, useAreaName } from '../editing/index.ts';
import { PasteWatch } from '../pasting/index.ts';
import { PositionText, useConstituencyNames } from '../positions/index.ts';
import { referenceOf } from './suggestions.ts';
import { undoAction } from './undo-action.ts';

type Sides = readonly [RecordView<'deficit'>, RecordView<'deficit'>];
type Written = { readonly [L in Lang]?: TextEntry | undefined };
const LATER = 'later';

/** The languages of the dossier, and those that one of the wordings has besides. */
function languagesOf(dossier: readonly Lang[], sides: Sides): Lang[] {
  const written = sides.flatMap(
    ({ record }) => Object.keys({ ...record.title, ...record.statement }) as Lang[],
  );
  return [...new Set([...dossier, ...written])];
}

/** Chooses or writes the wording of the joined deficit, and says what will have to be asked again. */
export function JoinDialog({
  dossierId,
  sides,
  onClose,
}: {
  readonly dossierId: string;
  readonly sides: Sides;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['duplicates', 'common']);
  const dossier = useDossier();
  const areaName = useAreaName();
  const join = useMutate('duplicates.join');
  const languages = languagesOf(dossier.languages, sides);
  const [a, b] = sides;
  // A language that one of them alone is written in leaves nothing to choose.
  const inBoth = languages.filter((lang) =>
    sides.every(({ record }) => record.title?.[lang] || record.statement?.[lang]),
  );
  const refs = sides.map(({ record }) => referenceOf(record.number)) as [string, string];
  const fromOf = (lang: Lang): 0 | 1 => (a.record.title?.[lang] || a.record.statement?.[lang] ? 0 : 1);
  const [title, setTitle] = useState<Written>(() =>
    Object.fromEntries(languages.map((lang) => [lang, sides[fromOf(lang)].record.title?.[lang]])),
  );
  const [statement, setStatement] = useState<Written>(() =>
    Object.fromEntries(languages.map((lang) => [lang, sides[fromOf(lang)].record.statement?.[lang]])),
  );
  const [pasted, setPasted] = useState<Pasted>({});
  const areas = [...new Set(sides.flatMap(({ record }) => record.area ?? []))];
  const [area, setArea] = useState<string>(areas.length === 1 ? (areas[0] as string) : LATER);
  const [isTried, setTried] = useState(false);
  const lacksTitle = !languages.some((lang) => title[lang]);

  /** Whose wording stands in a language now; one that was changed is a third. */
  const wordingIn = (lang: Lang): string =>
    sides.find(
      ({ record }) =>
        record.title?.[lang]?.text === title[lang]?.text &&
        record.statement?.[lang]?.text === statement[lang]?.text,
    )?.record.id ?? 'own';
  const take = (lang: Lang, id: string): void => {
    const side = sides.find(({ record }) => record.id === id);
    if (!side) return;
    setTitle((held) => ({ ...held, [lang]: side.record.title?.[lang] }));
    setStatement((held) => ({ ...held, [lang]: side.record.statement?.[lang] }));
    setPasted(({ [lang]: _, ...others }) => others);
  };
  /** The cleaned text of a language, and what it was cleaned from. */
  const cleaned =
    (set: typeof setTitle) =>
    (text: string, original: string, lang: string): void => {
      if (!isLang(lang)) return;
      set((held) => ({ ...held, [lang]: { text, status: held[lang]?.status ?? 'original' } }));
      setPasted((kept) => ({ ...kept, [lang]: withOriginal(kept[lang], original) }));
    };
  const submit = (): void => {
    setTried(true);
    if (lacksTitle) {
      announce(t('join.needsTitle'), 'assertive');
      return;
    }
    join.mutate(
      {
        dossier: dossierId,
        ids: [a.record.id, b.record.id],
        title: written(title),
        statement: written(statement),
        pasted,
        area: area === LATER ? null : (area as Area),
        subTopic: subTopicIn(area, sides),
      },
      {
        onSuccess: async (view) => {
          showToast({
            tone: 'ok',
            text: t('join.done', { ref: referenceOf(view.record.number) }),
            action: await undoAction(dossierId, { label: t('undo'), gone: t('undoGone') }),
          });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={t('join.title')}
      isOpen
      onClose={onClose}
      size="l"
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" isPending={join.isPending} onPress={submit}>
            {t('join.confirm')}
          </Button>
        </>
      }
    >
      <div className="form">
        <p>{t('join.text')}</p>
        {inBoth.map((lang, at) => (
          <RadioGroup
            key={lang}
            layout="row"
            label={t('join.wording', { language: LANGUAGE_NAMES[lang] })}
            autoFocus={at === 0}
            options={[
              ...sides.map(({ record }, side) => ({
                id: record.id as string,
                label: refs[side] as string,
              })),
              { id: 'own', label: t('join.own'), isDisabled: true },
            ]}
            value={wordingIn(lang)}
            onChange={(id) => take(lang, id)}
          />
        ))}
        <PasteWatch onClean={cleaned(setTitle)}>
          <MultiText
            label={t('join.name')}
            value={written(title)}
            languages={languages}
            multiline={false}
            maxLength={300}
            error={isTried && lacksTitle ? t('join.needsTitle') : undefined}
            onChange={(lang, entry) => setTitle((held) => ({ ...held, [lang]: entry }))}
          />
        </PasteWatch>
        <PasteWatch onClean={cleaned(setStatement)}>
          <MultiText
            label={t('join.statement')}
            value={written(statement)}
            languages={languages}
            minRows={3}
            maxLength={10_000}
            onChange={(lang, entry) => setStatement((held) => ({ ...held, [lang]: entry }))}
          />
        </PasteWatch>
        {areas.length > 1 && (
          <RadioGroup
            label={t('join.area')}
            options={[
              ...sides.map(({ record }, side) => ({
                id: record.area as string,
                label: t('join.areaOf', { ref: refs[side] as string, area: areaName(record.area) }),
              })),
              { id: LATER, label: t('join.noArea') },
            ]}
            value={area}
            onChange={setArea}
          />
        )}
        <Asked dossierId={dossierId} sides={sides} refs={refs} />
        {join.error && <ErrorState error={join.error} size="inline" />}
      </div>
    </Dialog>
  );
}

const written = (texts: Written): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([, entry]) => entry !== undefined)) as Texts;

/** A sub-topic belongs to its area: taken up where those of the chosen area name one and the same. */
function subTopicIn(area: string, sides: Sides): string | null {
  const named = sides
    .filter(({ record }) => record.area === area)
    .flatMap(({ record }) => record.subTopic ?? []);
  const [first, ...others] = new Set(named);
  return first !== undefined && others.length === 0 ? first : null;
}

/** Nothing that a constituency said moves: what it will be asked again stands here before anybody joins. */
function Asked({
  dossierId,
  sides: [a, b],
  refs: [refA, refB],
}: {
  readonly dossierId: string;
  readonly sides: Sides;
  readonly refs: [string, string];
}) {
  const { t } = useTranslation('duplicates');
  const names = useConstituencyNames();
  const asked = CONSTITUENCIES.filter((seat) => a.record.position?.[seat] ?? b.record.position?.[seat]);
  return (
    <section className="duplicates-asked" aria-label={t('join.asked')}>
      <h3>{t('join.asked')}</h3>
      {asked.length === 0 ? (
        <p className="muted">{t('join.askedNone')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <td />
              <th scope="col">
                <bdi>{refA}</bdi>
              </th>
              <th scope="col">
                <bdi>{refB}</bdi>
              </th>
            </tr>
          </thead>
          <tbody>
            {asked.map((seat) => (
              <tr key={seat}>
                <th scope="row">
                  <ConstituencyTile seat={seat} name={names[seat]} size="s" isDecorative /> {names[seat]}
                </th>
                {[a, b].map(({ record }) => (
                  <td key={record.id}>
                    {record.position?.[seat] ? (
                      <PositionText dossierId={dossierId} position={record.position[seat]} seat={seat} />
                    ) : (
                      <Stance value="not-requested" seat={seat} />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Notice>{t('join.stays', { a: refA, b: refB })}</Notice>
    </section>
  );
}

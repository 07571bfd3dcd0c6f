import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundRow } from '../../../../shared/contract/index.ts';
import { pick } from '../../../../shared/domain/languages.ts';
import { CRITERIA, type CriterionCode, MOST_SCORED } from '../../../../shared/domain/scoring/types.ts';
import { useMutate } from '../../../app/calls.ts';
import { useDossier } from '../../../app/dossier.tsx';
import { useLang } from '../../../i18n/useFormat.ts';
import { Button } from '../../../ui/Button.tsx';
import { CheckboxGroup } from '../../../ui/Choice.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ErrorState, Notice } from '../../../ui/states.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useScored } from '../parts/words.ts';
import { type ChosenById, PickDeficits } from './PickDeficits.tsx';

/** What will be scored, and by what. May be changed until the scoring begins. */
export function PrepareDialog({
  dossierId,
  round,
  onClose,
  onDone,
}: {
  readonly dossierId: string;
  readonly round?: RoundRow;
  readonly onClose: () => void;
  readonly onDone: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation(['priorities', 'ui']);
  const { languages } = useDossier();
  const reader = useLang();
  const own = languages.includes(reader) ? reader : (languages[0] ?? reader);
  const known = round && pick(round.title, own);
  const lang = known?.lang ?? own;
  const { data: scored } = useScored(dossierId, round?.id);
  const { mutate, isPending, error } = useMutate('scoring.prepare');
  const [title, setTitle] = useState(known?.value.text ?? '');
  const [criteria, setCriteria] = useState<readonly CriterionCode[]>(
    round?.criteria ?? ['severity', 'feasibility'],
  );
  // What went into the bin or into another deficit since is not scored.
  const [chosen, setChosen] = useState<ChosenById>(
    () =>
      new Map(
        (scored ?? [])
          .filter(({ withdrawn, joinedInto }) => !withdrawn && joinedInto === null)
          .map(({ id, number, title: texts, area }) => {
            const best = pick(texts, reader);
            return [
              id,
              { id, number, area, title: best ? { lang: best.lang, text: best.value.text } : null },
            ];
          }),
      ),
  );
  const [isTried, setTried] = useState(false);
  const lacksTitle = title.trim() === '';
  const lacksCriteria = criteria.length === 0;
  const wrongDeficits = chosen.size === 0 || chosen.size > MOST_SCORED;
  const save = (): void => {
    setTried(true);
    if (lacksTitle || lacksCriteria || wrongDeficits || isPending) return;
    mutate(
      {
        dossier: dossierId,
        ...(round && { round: round.id }),
        title: { [lang]: { text: title.trim(), status: 'original' } },
        deficits: [...chosen.keys()],
        criteria: [...criteria],
      },
      { onSuccess: ({ id }) => onDone(id) },
    );
  };
  return (
    <Dialog
      title={t(round ? 'prepare.change' : 'prepare.title')}
      isOpen
      size="l"
      onClose={onClose}
      isDismissable={false}
      footer={
        <>
          <Button onPress={onClose}>{t('ui:dialog.cancel')}</Button>
          <Button variant="primary" isPending={isPending} onPress={save}>
            {t('prepare.save')}
          </Button>
        </>
      }
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Notice>{t('prepare.fixed')}</Notice>
        <TextField
          label={t('prepare.name')}
          lang={lang}
          value={title}
          onChange={setTitle}
          maxLength={300}
          autoFocus
          error={isTried && lacksTitle ? t('prepare.needsName') : undefined}
        />
        <CheckboxGroup
          label={t('prepare.criteria')}
          description={t('prepare.criteriaHint')}
          layout="row"
          options={CRITERIA.map((id) => ({ id, label: t(`criterion.${id}`) }))}
          value={criteria}
          onChange={setCriteria}
          error={isTried && lacksCriteria ? t('prepare.needsCriteria') : undefined}
        />
        <PickDeficits
          dossierId={dossierId}
          chosen={chosen}
          onChange={setChosen}
          error={isTried && wrongDeficits ? t('prepare.needsDeficits', { most: MOST_SCORED }) : undefined}
        />
        {error && <ErrorState error={error} size="inline" />}
        {/* Enter in a field saves the round, as the button does. */}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

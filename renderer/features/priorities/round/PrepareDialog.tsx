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
import { useDeficitNames, useStated } from '../parts/words.ts';

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
  const { data: stated } = useStated(dossierId);
  const names = useDeficitNames(stated);
  const { mutate, isPending, error } = useMutate('scoring.prepare');
  const [title, setTitle] = useState(known?.value.text ?? '');
  const [criteria, setCriteria] = useState<readonly CriterionCode[]>(
    round?.criteria ?? ['severity', 'feasibility'],
  );
  const [deficits, setDeficits] = useState<readonly string[]>(round?.deficits ?? []);
  const [isTried, setTried] = useState(false);
  const lacksTitle = title.trim() === '';
  const lacksCriteria = criteria.length === 0;
  const wrongDeficits = deficits.length === 0 || deficits.length > MOST_SCORED;
  const options = (stated ?? []).map(({ id }) => ({
    id,
    label: `${names.reference(id)} ${names.title(id)}`,
  }));
  const save = (): void => {
    setTried(true);
    if (lacksTitle || lacksCriteria || wrongDeficits || isPending) return;
    mutate(
      {
        dossier: dossierId,
        ...(round && { round: round.id }),
        title: { [lang]: { text: title.trim(), status: 'original' } },
        deficits: [...deficits],
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
        <div className="row">
          {options.length <= MOST_SCORED && (
            <Button onPress={() => setDeficits(options.map(({ id }) => id))}>{t('prepare.all')}</Button>
          )}
          <Button onPress={() => setDeficits([])}>{t('prepare.none')}</Button>
          <span className="muted" role="status">
            {t('prepare.chosen', { count: deficits.length })}
          </span>
        </div>
        <CheckboxGroup
          label={t('prepare.deficits')}
          options={options}
          value={deficits}
          onChange={setDeficits}
          error={isTried && wrongDeficits ? t('prepare.needsDeficits', { most: MOST_SCORED }) : undefined}
        />
        {error && <ErrorState error={error} size="inline" />}
        {/* Enter in a field saves the round, as the button does. */}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

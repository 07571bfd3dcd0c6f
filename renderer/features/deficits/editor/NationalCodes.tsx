import { Flag } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Lang, pick } from '../../../../shared/domain/languages.ts';
import { codelist, itemOf } from '../../../../shared/reference/index.ts';
import { useMutate } from '../../../app/calls.ts';
import { useDossier } from '../../../app/dossier.tsx';
import { LANGUAGE_NAMES } from '../../../i18n/locale.ts';
import { useLang } from '../../../i18n/useFormat.ts';
import { Button } from '../../../ui/Button.tsx';
import { ComboBox } from '../../../ui/ComboBox.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { announce } from '../../../ui/toasts.ts';
import {
  NATIONAL_LISTS,
  type NationalList,
  optionOf,
  useCreate,
  useNationalCodes,
} from '../../editing/index.ts';

const LISTS = Object.keys(NATIONAL_LISTS) as NationalList[];

/** Opens the codes that the country adds to the lists; each stands under one that other countries know as well. */
export function NationalCodes({ dossierId }: { readonly dossierId: string }) {
  const { t } = useTranslation('coding');
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <Button icon={<Flag size={15} aria-hidden />} onPress={() => setOpen(true)}>
        {t('national.open')}
      </Button>
      {isOpen && <NationalDialog dossierId={dossierId} onClose={() => setOpen(false)} />}
    </div>
  );
}

function NationalDialog({
  dossierId,
  onClose,
}: {
  readonly dossierId: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['coding', 'deficits', 'common']);
  const lang = useLang();
  const { languages } = useDossier();
  const { create, isPending } = useCreate(dossierId);
  const withdraw = useMutate('record.withdraw');
  const [list, setList] = useState<NationalList>('affected-groups');
  const [parent, setParent] = useState<string>();
  const [labels, setLabels] = useState<{ readonly [L in Lang]?: string }>({});
  const [isTried, setTried] = useState(false);
  const there = useNationalCodes(list);
  // A code of the country's own is no parent: others would not know either of the two.
  const parents = codelist(NATIONAL_LISTS[list])
    .items.filter((item) => list !== 'sub-topics' || item.parent !== undefined)
    .map((item) => optionOf(item, lang));
  const written = languages.filter((each) => labels[each]?.trim());
  const add = async (): Promise<void> => {
    setTried(true);
    if (parent === undefined || written.length === 0) return;
    const [first] = written;
    const label = Object.fromEntries(
      written.map((each) => [
        each,
        { text: labels[each]?.trim(), status: each === first ? 'original' : 'draft' },
      ]),
    );
    // Made apart on two copies, two codes must not be one.
    const code = `x-${crypto.randomUUID().slice(0, 8)}`;
    if (!(await create('nationalCode', { list, code, parent, label }))) return;
    announce(t('national.added'));
    setLabels({});
    setParent(undefined);
    setTried(false);
  };
  return (
    <Dialog
      title={t('national.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:done')}</Button>
          <Button variant="primary" isPending={isPending} onPress={() => void add()}>
            {t('national.add')}
          </Button>
        </>
      }
    >
      <div className="form">
        <p className="muted">{t('national.intro')}</p>
        <Select
          label={t('national.list')}
          options={LISTS.map((id) => ({ id, label: t(`national.lists.${id}`) }))}
          value={list}
          onChange={(next) => {
            setList(next);
            setParent(undefined);
          }}
        />
        <ComboBox
          label={t('national.parent')}
          options={parents}
          value={parent}
          isRequired
          error={isTried && parent === undefined ? t('national.parentFirst') : undefined}
          onChange={setParent}
        />
        {languages.map((each, place) => (
          <TextField
            key={each}
            label={t('national.label', { language: LANGUAGE_NAMES[each] })}
            value={labels[each] ?? ''}
            lang={each}
            maxLength={200}
            error={isTried && place === 0 && written.length === 0 ? t('national.labelFirst') : undefined}
            onChange={(text) => setLabels({ ...labels, [each]: text })}
          />
        ))}
        {there.length > 0 && (
          <ul className="deficits-items" aria-label={t('national.there')}>
            {there.map(({ id, label, parent: under }) => {
              const name = pick(label, lang)?.value.text ?? '';
              return (
                <li key={id} className="row">
                  <span className="grow">
                    <bdi>{name}</bdi>{' '}
                    <small className="muted">
                      {itemOf(NATIONAL_LISTS[list], under ?? '')?.labels[lang] ?? under}
                    </small>
                  </span>
                  <Button
                    aria-label={t('deficits:items.withdrawOf', { name })}
                    onPress={() => withdraw.mutate({ dossier: dossierId, type: 'nationalCode', id })}
                  >
                    {t('national.remove')}
                  </Button>
                </li>
              );
            })}
          </ul>
        )}
      </div>
    </Dialog>
  );
}

import { Bookmark, BookmarkPlus, ListChecks, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input, RecordView } from '../../../../shared/contract/index.ts';
import { type Lang, pick } from '../../../../shared/domain/languages.ts';
import { useCall, useMutate } from '../../../app/calls.ts';
import { useDossier } from '../../../app/dossier.tsx';
import { navigate, paths, useRoute } from '../../../app/router.ts';
import { useLang } from '../../../i18n/useFormat.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { EmptyState, ErrorState } from '../../../ui/states.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { announce, showToast } from '../../../ui/toasts.ts';
import { viewQuery } from './address.ts';

type View = RecordView<'registerView'>;
const MOST = 120;

function useViews(dossierId: string): readonly View[] {
  const { data } = useCall(
    'record.list',
    { dossier: dossierId, type: 'registerView' },
    { recordTypes: ['registerView'] },
  );
  return (data ?? []) as unknown as readonly View[];
}

const members = (lang: Lang, name: string, query?: string) =>
  ({
    name: { [lang]: name },
    ...(query !== undefined && { query }),
  }) as Input<'record.create'>['members'];

/** Ways of looking at the register that were given a name. They lie in the dossier and travel with it. */
export function SavedViews({ dossierId }: { readonly dossierId: string }) {
  const { t } = useTranslation('register');
  const lang = useLang();
  const { readOnly } = useDossier();
  const { query } = useRoute();
  const views = useViews(dossierId);
  const [isOpen, setOpen] = useState<'save' | 'manage'>();
  const now = viewQuery(query);
  const nameOf = (view: View): string => pick(view.record.name, lang)?.value.text ?? t('views.untitled');
  const show = (stored: string): void => {
    // Read and written anew: an address holds nothing of a stored text but what this version knows.
    const wanted = Object.fromEntries(new URLSearchParams(viewQuery(new URLSearchParams(stored))));
    const asOf = query.get('asOf') ?? undefined;
    navigate(paths.section(dossierId, 'deficits', undefined, { ...wanted, asOf }), { replace: true });
  };
  return (
    <>
      <Menu
        label={t('views.button')}
        groups={[
          {
            title: t('views.saved'),
            items: [
              {
                id: 'whole',
                label: t('views.whole'),
                icon: <ListChecks size={15} aria-hidden />,
                isSelected: now === '',
                onAction: () => show(''),
              },
              ...views.map((view) => ({
                id: view.record.id as string,
                label: nameOf(view),
                icon: <Bookmark size={15} aria-hidden />,
                isSelected: now !== '' && now === view.record.query,
                onAction: () => show(view.record.query ?? ''),
              })),
            ],
          },
          ...(readOnly === null
            ? [
                {
                  items: [
                    {
                      id: 'save',
                      label: t('views.save'),
                      icon: <BookmarkPlus size={15} aria-hidden />,
                      onAction: () => setOpen('save'),
                    },
                    {
                      id: 'manage',
                      label: t('views.manage'),
                      icon: <Pencil size={15} aria-hidden />,
                      onAction: () => setOpen('manage'),
                    },
                  ],
                },
              ]
            : []),
        ]}
      >
        <Button icon={<Bookmark size={15} aria-hidden />}>{t('views.button')}</Button>
      </Menu>
      {isOpen === 'save' && (
        <SaveDialog dossierId={dossierId} query={now} onClose={() => setOpen(undefined)} />
      )}
      {isOpen === 'manage' && (
        <ManageDialog dossierId={dossierId} views={views} onClose={() => setOpen(undefined)} />
      )}
    </>
  );
}

function SaveDialog({
  dossierId,
  query,
  onClose,
}: {
  readonly dossierId: string;
  readonly query: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('register');
  const lang = useLang();
  const make = useMutate('record.create');
  const [name, setName] = useState('');
  const [isMissing, setMissing] = useState(false);
  const save = (): void => {
    const said = name.trim();
    if (said === '') {
      setMissing(true);
      return;
    }
    make.mutate(
      { dossier: dossierId, type: 'registerView', members: members(lang, said, query) },
      {
        onSuccess: () => {
          showToast({ text: t('views.done', { name: said }) });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={t('views.saveTitle')}
      isOpen
      onClose={onClose}
      size="s"
      footer={
        <Button variant="primary" isPending={make.isPending} onPress={save}>
          {t('views.confirm')}
        </Button>
      }
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <p className="muted">{t('views.saveText')}</p>
        <TextField
          label={t('views.name')}
          value={name}
          onChange={setName}
          maxLength={MOST}
          isRequired
          autoFocus
          error={isMissing && name.trim() === '' ? t('views.nameMissing') : undefined}
        />
        {make.error && <ErrorState error={make.error} size="inline" />}
      </form>
    </Dialog>
  );
}

function ManageDialog({
  dossierId,
  views,
  onClose,
}: {
  readonly dossierId: string;
  readonly views: readonly View[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('register');
  return (
    <Dialog title={t('views.saved')} isOpen onClose={onClose}>
      {views.length === 0 ? (
        <EmptyState title={t('views.none')} />
      ) : (
        <ul className="deficits-view-list">
          {views.map((view) => (
            <ViewRow key={view.record.id} dossierId={dossierId} view={view} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function ViewRow({ dossierId, view }: { readonly dossierId: string; readonly view: View }) {
  const { t } = useTranslation('register');
  const reader = useLang();
  const found = pick(view.record.name, reader);
  const stored = found?.value.text ?? '';
  const [name, setName] = useState(stored);
  const edit = useMutate('record.edit');
  const withdraw = useMutate('record.withdraw');
  const said = name.trim();
  const one = { dossier: dossierId, type: 'registerView', id: view.record.id } as const;
  const rename = (): void => {
    if (said === '' || said === stored) return;
    // In the language it is read in: another language may have a name of its own.
    edit.mutate(
      { ...one, members: members(found?.lang ?? reader, said) },
      { onSuccess: () => announce(t('views.renamed', { name: said })) },
    );
  };
  return (
    <li>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          rename();
        }}
      >
        <TextField
          label={t('views.nameOf', { name: stored || t('views.untitled') })}
          hideLabel
          value={name}
          onChange={setName}
          maxLength={MOST}
          error={said === '' ? t('views.nameMissing') : undefined}
        />
        <IconButton
          label={t('views.rename', { name: stored })}
          icon={<Pencil size={15} aria-hidden />}
          isDisabled={said === '' || said === stored}
          onPress={rename}
        />
        <IconButton
          label={t('views.remove', { name: stored })}
          icon={<Trash2 size={15} aria-hidden />}
          onPress={() =>
            withdraw.mutate(one, { onSuccess: () => announce(t('views.removed', { name: stored })) })
          }
        />
      </form>
      {(edit.error ?? withdraw.error) && <ErrorState error={edit.error ?? withdraw.error} size="inline" />}
    </li>
  );
}

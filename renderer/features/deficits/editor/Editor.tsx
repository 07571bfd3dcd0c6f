import { ArchiveRestore, ArrowLeft, GitMerge, MoreHorizontal, Split, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordView } from '../../../../shared/contract/index.ts';
import { pick } from '../../../../shared/domain/languages.ts';
import { useMutate } from '../../../app/calls.ts';
import { useDossier } from '../../../app/dossier.tsx';
import { hasOpenDialog, useShortcut } from '../../../app/keyboard/useShortcut.ts';
import { navigate, paths, useRoute } from '../../../app/router.ts';
import { useFormat, useLang } from '../../../i18n/useFormat.ts';
import { OutcomeStatus } from '../../../ui/Badge.tsx';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { ErrorState, Notice, Skeleton } from '../../../ui/states.tsx';
import { Lineage, Similar, SplitDialog } from '../../duplicates/index.ts';
import { ConflictDialog, useFieldLabel } from '../../history/index.ts';
import { useDeficit } from '../queries.ts';
import { Reference } from '../reference.tsx';
import { wantRowFocus } from '../register/focus.ts';
import { Form } from './Form.tsx';
import { RecordProvider } from './record.tsx';
import { Side } from './Side.tsx';
import { WithdrawDialog } from './WithdrawDialog.tsx';

/** One deficit, written. Everything saves itself; Escape or Ctrl Enter goes back to its row in the register. */
export function Editor({ dossierId, id }: { readonly dossierId: string; readonly id: string }) {
  // All texts of the editor before its first picture.
  useTranslation(['coding', 'editing', 'common']);
  const { query } = useRoute();
  const { view, error, refetch } = useDeficit(dossierId, id);
  const close = (): void => {
    const kept = new URLSearchParams(query);
    kept.delete('new');
    kept.set('selected', id);
    wantRowFocus(id);
    navigate(paths.section(dossierId, 'deficits', undefined, Object.fromEntries(kept)));
  };
  const leave = (): boolean => {
    if (hasOpenDialog() || document.querySelector('[role=listbox],[role=menu]')) return false;
    close();
    return true;
  };
  useShortcut({ key: 'Escape' }, leave);
  useCtrlEnter(leave);

  if (error)
    return (
      <div className="screen">
        <ErrorState error={error} onRetry={() => void refetch()} />
      </div>
    );
  if (!view)
    return (
      <div className="screen">
        <Skeleton lines={8} />
      </div>
    );
  return <Loaded dossierId={dossierId} view={view} isNew={query.get('new') === '1'} onClose={close} />;
}

/** Heard before the focused control hears it: a button would take Enter for a press, whatever is held with it. */
function useCtrlEnter(leave: () => boolean): void {
  const latest = useRef(leave);
  latest.current = leave;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
      if (!latest.current()) return;
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener('keydown', onKeyDown, { capture: true });
    return () => removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}

function Loaded({
  dossierId,
  view,
  isNew,
  onClose,
}: {
  readonly dossierId: string;
  readonly view: RecordView<'deficit'>;
  readonly isNew: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['deficits', 'duplicates']);
  const lang = useLang();
  const format = useFormat();
  const fieldLabel = useFieldLabel();
  const { readOnly } = useDossier();
  const [resolving, setResolving] = useState<string>();
  const [isWithdrawing, setWithdrawing] = useState(false);
  const [isSplitting, setSplitting] = useState(false);
  const restore = useMutate('record.restore');
  const { record } = view;
  const isReadOnly = readOnly !== null || view.withdrawn;
  const title = pick(record.title, lang)?.value.text;
  const hasNextStep = view.outcome === 'no-agreement' || pick(record.nextStep, lang) !== undefined;

  // The heading takes the focus, so that a reader hears where he is; a new deficit begins in its title instead.
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isNew) heading.current?.focus();
  }, [isNew]);

  return (
    <div className="deficits-editor">
      <header className="deficits-editor-head">
        <IconButton
          label={t('editor.back')}
          keyHint="Esc"
          icon={<ArrowLeft size={18} aria-hidden className="flip" />}
          onPress={onClose}
        />
        <Reference number={record.number} />
        {view.outcome && <OutcomeStatus outcome={view.outcome} />}
        <h1 ref={heading} tabIndex={-1} className="clip-1">
          <bdi>{title ?? t('untitled')}</bdi>
        </h1>
        <span className="muted deficits-edited">
          {t('editor.editedAt', { when: format.dateTime(view.editedAt) })}
        </span>
        {!isReadOnly && (
          <Menu
            label={t('editor.more')}
            groups={[
              {
                items: [
                  {
                    id: 'split',
                    label: t('duplicates:act.split'),
                    icon: <Split size={15} aria-hidden />,
                    onAction: () => setSplitting(true),
                  },
                  {
                    id: 'withdraw',
                    label: t('withdraw.open'),
                    icon: <Trash2 size={15} aria-hidden />,
                    onAction: () => setWithdrawing(true),
                  },
                ],
              },
            ]}
          >
            <IconButton label={t('editor.more')} icon={<MoreHorizontal size={18} aria-hidden />} />
          </Menu>
        )}
      </header>
      {view.withdrawn && (
        <Notice
          tone="warn"
          action={
            readOnly === null && (
              <Button
                icon={<ArchiveRestore size={15} aria-hidden />}
                isPending={restore.isPending}
                onPress={() => restore.mutate({ dossier: dossierId, type: 'deficit', id: record.id })}
              >
                {t('withdraw.restore')}
              </Button>
            )
          }
        >
          {t('withdraw.isWithdrawn')} {view.editedAfterWithdrawal && t('withdraw.editedAfter')}
        </Notice>
      )}
      {restore.error && <ErrorState error={restore.error} size="inline" />}
      {view.conflicts.length > 0 && (
        <Notice tone="bad" icon={<GitMerge size={16} aria-hidden />}>
          <p>{t('editor.conflicts', { count: view.conflicts.length })}</p>
          <ul className="conflict-list">
            {view.conflicts.map((field) => (
              <li key={field}>
                <span>{fieldLabel(field)}</span>
                {!isReadOnly && (
                  <Button
                    aria-label={t('editor.resolveOf', { field: fieldLabel(field) })}
                    onPress={() => setResolving(field)}
                  >
                    {t('editor.resolve')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <RecordProvider dossierId={dossierId} type="deficit" view={view} isReadOnly={isReadOnly}>
        <div className="deficits-editor-columns">
          <section className="deficits-form" aria-label={t('editor.form')} data-region>
            <Form dossierId={dossierId} isNew={isNew} isNextStepShown={hasNextStep} />
          </section>
          <aside className="deficits-side card" aria-label={t('editor.side')} data-region>
            <Side dossierId={dossierId} view={view} isReadOnly={isReadOnly} onResolve={setResolving} />
            <Lineage key={record.id} dossierId={dossierId} view={view} isReadOnly={isReadOnly} />
            {!isReadOnly && <Similar dossierId={dossierId} id={record.id} />}
          </aside>
        </div>
      </RecordProvider>
      {resolving && (
        <ConflictDialog
          dossierId={dossierId}
          type="deficit"
          id={record.id}
          field={resolving}
          onClose={() => setResolving(undefined)}
        />
      )}
      {isSplitting && (
        <SplitDialog dossierId={dossierId} sides={[view]} onClose={() => setSplitting(false)} />
      )}
      {isWithdrawing && (
        <WithdrawDialog
          dossierId={dossierId}
          type="deficit"
          id={record.id}
          name={title ?? t('untitled')}
          onClose={() => setWithdrawing(false)}
          onDone={onClose}
        />
      )}
    </div>
  );
}

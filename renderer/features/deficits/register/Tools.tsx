import { Columns3, History, Printer } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../../app/palette/commands.ts';
import { IconButton } from '../../../ui/Button.tsx';
import type { Column } from './address.ts';
import { loadPrintDialog } from './print.ts';
import { SavedViews } from './SavedViews.tsx';

/** Dialogs are fetched when they are first opened. */
const ColumnsDialog = lazy(async () => ({ default: (await import('./ColumnsDialog.tsx')).ColumnsDialog }));
const LookBackDialog = lazy(async () => ({ default: (await import('./LookBack.tsx')).LookBackDialog }));
const PrintDialog = lazy(async () => ({ default: (await loadPrintDialog()).PrintDialog }));

/** Ways of looking at the register: saved ones, its columns, its past, its pages. */
export function Tools({
  dossierId,
  shown,
  asOf,
}: {
  readonly dossierId: string;
  readonly shown: readonly Column[];
  readonly asOf: number | undefined;
}) {
  const { t } = useTranslation('register');
  const [isOpen, setOpen] = useState<'columns' | 'past' | 'print'>();
  const [jobId, setJobId] = useState<string>();
  const close = (): void => setOpen(undefined);
  useCommands(
    useMemo(
      () => [
        {
          id: 'register.columns',
          label: t('columns.title'),
          icon: <Columns3 size={15} aria-hidden />,
          run: () => setOpen('columns'),
        },
        {
          id: 'register.past',
          label: t('asOf.title'),
          icon: <History size={15} aria-hidden />,
          run: () => setOpen('past'),
        },
        {
          id: 'register.print',
          label: t('print.title'),
          icon: <Printer size={15} aria-hidden />,
          run: () => setOpen('print'),
        },
      ],
      [t],
    ),
  );
  return (
    <>
      <SavedViews dossierId={dossierId} />
      <IconButton
        label={t('columns.button')}
        icon={<Columns3 size={17} aria-hidden />}
        onPress={() => setOpen('columns')}
      />
      <IconButton
        label={t('asOf.button')}
        icon={<History size={17} aria-hidden />}
        onPress={() => setOpen('past')}
      />
      <IconButton
        label={t('print.button')}
        icon={<Printer size={17} aria-hidden />}
        onPress={() => setOpen('print')}
      />
      <Suspense>
        {isOpen === 'columns' && <ColumnsDialog shown={shown} onClose={close} />}
        {isOpen === 'past' && <LookBackDialog dossierId={dossierId} asOf={asOf} onClose={close} />}
        {isOpen === 'print' && (
          <PrintDialog dossierId={dossierId} jobId={jobId} onJob={setJobId} onClose={close} />
        )}
      </Suspense>
    </>
  );
}

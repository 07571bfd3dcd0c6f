import {
  Archive,
  EllipsisVertical,
  FileX2,
  FolderOpen,
  GitMerge,
  HardDriveUpload,
  ListX,
  LogOut,
} from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { LibraryEntry } from '../../../../shared/contract/index.ts';
import { pick } from '../../../../shared/domain/languages.ts';
import { useMutate } from '../../../app/calls.ts';
import { useCountryName } from '../../../app/countries.ts';
import { useFormat, useLang } from '../../../i18n/useFormat.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { IconButton } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Menu, type MenuItem } from '../../../ui/Menu.tsx';
import { useErrorText } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toasts.ts';
import type { Over } from '../over.ts';
import { type Opening, useForgetAnswers } from '../useOpening.ts';

/** The dossiers this device knows, the last opened first. */
export function DossierList({
  entries,
  opening,
  onOver,
}: {
  readonly entries: readonly LibraryEntry[];
  readonly opening: Opening;
  readonly onOver: (over: Over) => void;
}) {
  const { t } = useTranslation('library');
  const format = useFormat();
  if (entries.length === 0)
    return (
      <Card title={t('list.title')} className="library-recent">
        <p className="library-first">{t('list.empty')}</p>
        <p className="muted">{t('list.emptyText')}</p>
      </Card>
    );
  return (
    <Card title={t('list.title')} count={format.count(entries.length)} className="library-recent">
      <ul className="library-list">
        {entries.map((entry) => (
          <Entry key={entry.dossier} entry={entry} opening={opening} onOver={onOver} />
        ))}
      </ul>
    </Card>
  );
}

function Entry({
  entry,
  opening,
  onOver,
}: {
  readonly entry: LibraryEntry;
  readonly opening: Opening;
  readonly onOver: (over: Over) => void;
}) {
  const { t } = useTranslation('library');
  const lang = useLang();
  const format = useFormat();
  const countryName = useCountryName();
  const title = pick(entry.title, lang);
  const name = title?.value ?? t('untitled');
  return (
    <li>
      <AriaButton
        className="library-entry"
        isPending={opening.pending === entry.dossier}
        onPress={() => opening.openDossier(entry.dossier)}
      >
        <span className="library-entry-what">
          <span className="library-entry-title" lang={title?.lang} dir="auto">
            {name}
          </span>
          <span className="library-entry-marks">
            <span className="muted">{entry.country ? countryName(entry.country) : t('list.noCountry')}</span>
            {entry.open && <Badge tone="accent">{t('mark.open')}</Badge>}
            {entry.illustrative && <Badge tone="warn">{t('mark.illustrative')}</Badge>}
            {entry.derived && <Badge>{t('mark.derived')}</Badge>}
            {entry.missing && (
              <Badge tone="bad" icon={<FileX2 size={12} aria-hidden />}>
                {t('mark.missing')}
              </Badge>
            )}
          </span>
        </span>
        <span className="library-entry-fact" title={format.dateTime(entry.openedAt)}>
          {t('list.opened', { when: format.relative(entry.openedAt) })}
        </span>
        <span className="library-entry-fact num">{entry.missing ? '' : format.bytes(entry.size)}</span>
        <span className="library-entry-fact">
          {entry.copies > 0 ? t('list.copies', { count: entry.copies }) : t('list.noCopies')}
        </span>
      </AriaButton>
      <EntryMenu entry={entry} name={name} opening={opening} onOver={onOver} />
    </li>
  );
}

function EntryMenu({
  entry,
  name,
  opening,
  onOver,
}: {
  readonly entry: LibraryEntry;
  readonly name: string;
  readonly opening: Opening;
  readonly onOver: (over: Over) => void;
}) {
  const { t } = useTranslation('library');
  const errorText = useErrorText();
  const forgetAnswers = useForgetAnswers();
  const close = useMutate('library.close');
  const { dossier, missing, derived } = entry;
  const over = (dialog: 'copies' | 'forget' | 'handOver' | 'merge'): void =>
    onOver({ dialog, dossier, name });
  const closeFile = (): void =>
    close.mutate(
      { dossier },
      {
        onSuccess: () => {
          forgetAnswers(dossier);
          showToast({ tone: 'ok', text: t('closed', { name }) });
        },
        onError: (failure) => showToast({ tone: 'bad', text: errorText(failure).what }),
      },
    );
  const item = (
    id: string,
    label: string,
    icon: MenuItem['icon'],
    onAction: () => void,
    isDisabled = false,
  ) => ({
    id,
    label,
    icon,
    onAction,
    isDisabled,
  });
  const label = t('menu.label', { name });
  return (
    <Menu
      label={label}
      groups={[
        {
          items: [
            item('open', t('menu.open'), <FolderOpen size={15} aria-hidden />, () =>
              opening.openDossier(dossier),
            ),
            item('copies', t('menu.copies'), <Archive size={15} aria-hidden />, () => over('copies')),
          ],
        },
        {
          items: [
            item(
              'handOver',
              t('menu.handOver'),
              <HardDriveUpload size={15} aria-hidden />,
              () => over('handOver'),
              missing || derived,
            ),
            item(
              'merge',
              t('menu.merge'),
              <GitMerge size={15} aria-hidden />,
              () => over('merge'),
              missing || derived,
            ),
          ],
        },
        {
          items: [
            ...(entry.open
              ? [item('close', t('menu.close'), <LogOut size={15} className="flip" aria-hidden />, closeFile)]
              : []),
            item('forget', t('menu.forget'), <ListX size={15} aria-hidden />, () => over('forget')),
          ],
        },
      ]}
    >
      <IconButton label={label} icon={<EllipsisVertical size={17} aria-hidden />} />
    </Menu>
  );
}

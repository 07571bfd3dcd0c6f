import { BookOpen, FilePlus2, FolderOpen, PackageOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { classes } from '../../../ui/classes.ts';
import type { Opening } from '../useOpening.ts';

/** The four ways into a dossier, each with a line on what it is for. */
export function WaysIn({
  opening,
  onNew,
  isFirst,
}: {
  readonly opening: Opening;
  readonly onNew: () => void;
  /** Nothing was opened on this device before: the sample is then the best first step. */
  readonly isFirst: boolean;
}) {
  const { t } = useTranslation('library');
  const { pending } = opening;
  return (
    <ul className="library-ways" aria-label={t('ways')}>
      <WayIn
        icon={<FilePlus2 size={20} aria-hidden />}
        title={t('new.action')}
        text={t('new.hint')}
        isMain={!isFirst}
        onPress={onNew}
      />
      <WayIn
        icon={<FolderOpen size={20} aria-hidden />}
        title={t('open.action')}
        text={t('open.hint')}
        isPending={pending === 'file'}
        onPress={opening.openFile}
      />
      <WayIn
        icon={<BookOpen size={20} aria-hidden />}
        title={t('sample.action')}
        text={t('sample.hint')}
        isMain={isFirst}
        isPending={pending === 'sample'}
        onPress={opening.openSample}
      />
      <WayIn
        icon={<PackageOpen size={20} aria-hidden />}
        title={t('package.action')}
        text={t('package.hint')}
        isPending={pending === 'package'}
        onPress={opening.importPackage}
      />
    </ul>
  );
}

function WayIn({
  icon,
  title,
  text,
  isMain = false,
  isPending = false,
  onPress,
}: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly isMain?: boolean;
  readonly isPending?: boolean;
  readonly onPress: () => void;
}) {
  return (
    <li>
      <AriaButton
        className={classes('library-way', isMain && 'main')}
        isPending={isPending}
        onPress={onPress}
      >
        <span className="library-way-icon">{icon}</span>
        <span className="library-way-title">{title}</span>
        <span className="library-way-text">{text}</span>
      </AriaButton>
    </li>
  );
}

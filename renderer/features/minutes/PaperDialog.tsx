import { FileDown } from 'lucide-react';
import type { ReactNode } from 'react';
import type { JobStatus } from '../../../shared/contract/index.ts';
import type { Lang } from '../../../shared/domain/languages.ts';
import { LANGUAGE_NAMES } from '../../i18n/locale.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckboxGroup } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { JobFiles } from './parts.tsx';

/** A paper in languages to choose, made by a job that goes on when the dialog is closed. */
export function PaperDialog({
  words,
  offered,
  languages,
  onLanguages,
  isReady = true,
  isPending = false,
  error,
  job,
  onMake,
  onClose,
  children,
}: {
  readonly words: {
    readonly title: string;
    readonly text: string;
    readonly languages: string;
    readonly make: string;
  };
  readonly offered: readonly Lang[];
  readonly languages: readonly Lang[];
  readonly onLanguages: (languages: readonly Lang[]) => void;
  readonly isReady?: boolean;
  readonly isPending?: boolean;
  /** Why it could not be begun; nullish where it could. */
  readonly error: unknown;
  readonly job: JobStatus | undefined;
  readonly onMake: () => void;
  readonly onClose: () => void;
  /** What else is chosen of it. */
  readonly children?: ReactNode;
}) {
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onClose}
      footer={
        job?.state === 'running' ? undefined : (
          <Button
            variant="primary"
            icon={<FileDown size={16} aria-hidden />}
            isPending={isPending}
            isDisabled={languages.length === 0 || !isReady}
            onPress={onMake}
          >
            {words.make}
          </Button>
        )
      }
    >
      <div className="stack">
        <p className="muted">{words.text}</p>
        {children}
        <CheckboxGroup
          label={words.languages}
          layout="row"
          options={offered.map((id) => ({ id, label: LANGUAGE_NAMES[id] }))}
          value={languages}
          onChange={onLanguages}
        />
        {error !== undefined && error !== null && <ErrorState error={error} size="inline" />}
        <JobFiles job={job} />
      </div>
    </Dialog>
  );
}

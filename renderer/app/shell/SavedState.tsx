import { HardDriveDownload, LoaderCircle, ShieldCheck, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { useErrorText } from '../../ui/states.tsx';
import type { DossierFacts } from '../dossier.tsx';
import { useSaving } from '../save-state.ts';

/** Whether all that was typed is in the record. A failure stays until it is mended and says how. */
export function SavedState({ info }: { readonly info: DossierFacts }) {
  const { t } = useTranslation('shell');
  const saving = useSaving();
  const errorText = useErrorText();
  if (saving.state === 'failed') {
    const { what, do: next } = errorText(saving.error);
    return (
      <span className="saved failed" role="alert" title={`${what} ${next}`}>
        <TriangleAlert size={15} aria-hidden />
        {t('saved.failed')}
        <Button variant="quiet" onPress={saving.retry}>
          {t('saved.retry')}
        </Button>
      </span>
    );
  }
  if (info.readOnly)
    return (
      <span className="saved">
        <ShieldCheck size={15} aria-hidden />
        {t('saved.readOnly')}
      </span>
    );
  // Announced by the words changing, not at each key: a status region would talk over the typing.
  if (saving.state === 'saving')
    return (
      <span className="saved" data-state="saving">
        <LoaderCircle size={15} aria-hidden className="spinning" />
        {t('saved.saving')}
      </span>
    );
  return (
    <span className="saved" data-state="saved">
      <HardDriveDownload size={15} aria-hidden />
      {info.verification === 'pending' ? t('saved.verifying') : t('saved.saved')}
    </span>
  );
}

import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IMPORT_KINDS } from '../../../../shared/domain/import/constants.ts';
import { pickFile } from '../../../platform/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import type { Source } from '../mapping.ts';

/** The first step: what may be brought in, and the file. */
export function Choose({
  onChosen,
}: {
  readonly onChosen: (source: Source, fileName: string) => Promise<void>;
}) {
  const { t } = useTranslation('importing');
  const [isReading, setReading] = useState(false);
  const [error, setError] = useState<unknown>();
  const choose = async (): Promise<void> => {
    setError(undefined);
    try {
      const file = await pickFile('table');
      if (!file) return;
      setReading(true);
      await onChosen({ uploadId: file.uploadId }, file.fileName);
    } catch (failure) {
      setError(failure);
      setReading(false);
    }
  };
  return (
    <Card title={t('kind.label')}>
      <dl className="importing-kinds">
        {IMPORT_KINDS.map((kind) => (
          <div key={kind}>
            <dt>{t(`kind.${kind}.name`)}</dt>
            <dd>{t(`kind.${kind}.what`)}</dd>
          </div>
        ))}
      </dl>
      <div className="importing-act">
        <Button
          variant="primary"
          size="l"
          icon={<FileUp size={17} aria-hidden />}
          isPending={isReading}
          onPress={() => void choose()}
        >
          {t('choose.button')}
        </Button>
        <p className="muted" role="status">
          {isReading ? t('choose.reading') : t('choose.formats')}
        </p>
      </div>
      {error !== undefined && <ErrorState error={error} size="inline" />}
    </Card>
  );
}

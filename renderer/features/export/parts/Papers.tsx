import { Printer } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../app/router.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';

const PrintDialog = lazy(async () => {
  const { loadPrintDialog } = await import('../../deficits/index.ts');
  return { default: (await loadPrintDialog()).PrintDialog };
});

/** What is printed elsewhere, for those who look for it here: the register at once, sheets where they belong to. */
export function Papers({ dossierId }: { readonly dossierId: string }) {
  const { t } = useTranslation('export');
  const [isOpen, setOpen] = useState(false);
  const [jobId, setJobId] = useState<string>();
  return (
    <Card title={t('paper.title')}>
      <div className="export-papers">
        <Button icon={<Printer size={15} aria-hidden />} onPress={() => setOpen(true)}>
          {t('paper.register')}
        </Button>
        <a href={paths.section(dossierId, 'deficits', undefined, { view: 'priorities' })}>
          {t('paper.scoring')}
        </a>
        <a href={paths.section(dossierId, 'sessions')}>{t('paper.sessions')}</a>
      </div>
      <Suspense>
        {isOpen && (
          <PrintDialog dossierId={dossierId} jobId={jobId} onJob={setJobId} onClose={() => setOpen(false)} />
        )}
      </Suspense>
    </Card>
  );
}

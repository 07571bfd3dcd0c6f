import { BatteryLow, Printer } from 'lucide-react';
import { memo, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { ErrorState, Notice } from '../../../ui/states.tsx';
import { printSheets } from '../../minutes/index.ts';
import { useLowBattery } from './useBattery.ts';
import '../sessions.css';

/** Offers to print the session set when the battery runs low. */
export const BatteryNotice = memo(function BatteryNotice({
  dossierId,
  sessionId,
}: {
  readonly dossierId: string;
  readonly sessionId: string;
}): ReactNode {
  const { t } = useTranslation('sessions');
  const low = useLowBattery();
  const [isPut, setPut] = useState(false);
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  if (low === null || isPut) return null;
  const print = async (): Promise<void> => {
    setPending(true);
    setFailure(undefined);
    try {
      await printSheets(dossierId, sessionId, ['set']);
      setPut(true);
    } catch (thrown) {
      setFailure(thrown);
    } finally {
      setPending(false);
    }
  };
  return (
    <>
      <Notice
        tone="warn"
        icon={<BatteryLow size={18} aria-hidden />}
        action={
          <span className="row">
            <Button
              icon={<Printer size={15} aria-hidden />}
              isPending={isPending}
              onPress={() => void print()}
            >
              {t('help.printSet')}
            </Button>
            <Button variant="quiet" onPress={() => setPut(true)}>
              {t('help.notNow')}
            </Button>
          </span>
        }
      >
        <span role="alert">{t('help.battery', { level: low })}</span>
      </Notice>
      {failure !== undefined && <ErrorState error={failure} size="inline" />}
    </>
  );
});

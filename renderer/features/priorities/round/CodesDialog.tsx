import { Printer } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { SIDES, type Side } from '../../../../shared/domain/scoring/types.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Choice.tsx';
import { ConstituencyTile } from '../../../ui/constituency.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/states.tsx';
import { useConstituencyNames } from '../../positions/index.ts';

export type Codes = { readonly [S in Side]: readonly string[] };

/**
 * Three codes, shown once. They are in the memory of this page as long as the dialog stands, and go from it to paper:
 * no file is made of them. It closes when all three have theirs, and not by a slip of a key.
 */
export function CodesDialog({
  codes,
  heading,
  onClose,
}: {
  readonly codes: Codes;
  /** Number and title of the round, for the slips. */
  readonly heading: string;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('priorities');
  const names = useConstituencyNames();
  const [isWritten, setWritten] = useState(false);
  return (
    <Dialog
      title={t('codes.title')}
      isOpen
      isDismissable={false}
      size="l"
      onClose={() => {
        if (isWritten) onClose();
      }}
      footer={
        <>
          <Button icon={<Printer size={15} aria-hidden />} onPress={() => print()}>
            {t('codes.print')}
          </Button>
          <Button variant="primary" isDisabled={!isWritten} onPress={onClose}>
            {t('codes.close')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <Notice tone="warn">{t('codes.once')}</Notice>
        <p>{t('codes.each')}</p>
        <ul className="priorities-codes">
          {SIDES.map((side) => (
            <li key={side}>
              <span className="seat-line">
                <ConstituencyTile seat={side} isDecorative /> {t('codes.of', { who: names[side] })}
              </span>
              <Code groups={codes[side]} />
            </li>
          ))}
        </ul>
        <Checkbox isSelected={isWritten} onChange={setWritten}>
          {t('codes.written')}
        </Checkbox>
      </div>
      {createPortal(
        <div className="priorities-slips">
          {SIDES.map((side) => (
            <section key={side}>
              <p>{heading}</p>
              <h2>
                <ConstituencyTile seat={side} isDecorative /> {t('codes.of', { who: names[side] })}
              </h2>
              <Code groups={codes[side]} />
              <p>{t('codes.slip')}</p>
            </section>
          ))}
        </div>,
        document.body,
      )}
    </Dialog>
  );
}

/** Groups of digits read from left to right in every language. */
function Code({ groups }: { readonly groups: readonly string[] }): ReactNode {
  return (
    <bdi dir="ltr" className="priorities-code num">
      {groups.map((group) => (
        <span key={group}>{group} </span>
      ))}
    </bdi>
  );
}

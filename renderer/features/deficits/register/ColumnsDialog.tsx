import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { setQueryParam } from '../../../app/router.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Choice.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { announce } from '../../../ui/toasts.ts';
import { COLUMNS, type Column } from './address.ts';
import { useColumnNames } from './columns.tsx';

/** Which columns are shown and in which order. Each choice is in the address, and seen, at once. */
export function ColumnsDialog({
  shown,
  onClose,
}: {
  readonly shown: readonly Column[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('register');
  const format = useFormat();
  const names = useColumnNames();
  const choose = (columns: readonly Column[]): void => setQueryParam('columns', columns.join(',') || 'none');
  const move = (column: Column, by: 1 | -1): void => {
    const from = shown.indexOf(column);
    const next = shown.filter((one) => one !== column);
    next.splice(from + by, 0, column);
    choose(next);
    announce(
      t('columns.moved', {
        name: names[column],
        n: format.count(from + by + 1),
        of: format.count(shown.length),
      }),
    );
  };
  // Those shown in their order, the others after them.
  const listed = [...shown, ...COLUMNS.filter((column) => !shown.includes(column))];
  return (
    <Dialog
      title={t('columns.title')}
      isOpen
      onClose={onClose}
      size="s"
      footer={<Button onPress={() => setQueryParam('columns', undefined)}>{t('columns.usual')}</Button>}
    >
      <p className="muted">{t('columns.text')}</p>
      <ul className="deficits-column-list">
        {listed.map((column) => {
          const at = shown.indexOf(column);
          return (
            <li key={column}>
              <Checkbox
                isSelected={at >= 0}
                onChange={(on) => choose(on ? [...shown, column] : shown.filter((one) => one !== column))}
              >
                {names[column]}
              </Checkbox>
              {at >= 0 && (
                <span className="row">
                  <IconButton
                    size="s"
                    label={t('columns.up', { name: names[column] })}
                    icon={<ArrowUp size={14} aria-hidden />}
                    isDisabled={at === 0}
                    onPress={() => move(column, -1)}
                  />
                  <IconButton
                    size="s"
                    label={t('columns.down', { name: names[column] })}
                    icon={<ArrowDown size={14} aria-hidden />}
                    isDisabled={at === shown.length - 1}
                    onPress={() => move(column, 1)}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}

import { useTranslation } from 'react-i18next';
import { Switch } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useSettings } from '../settings.tsx';

/** What every key does, by place. Names of keys are those printed on keyboards and are not translated. */
const GROUPS = [
  {
    id: 'everywhere',
    keys: [
      ['jump', ['Ctrl', 'K']],
      ['sections', ['Alt', '1 – 8']],
      ['regions', ['F6']],
      ['regionsBack', ['Shift', 'F6']],
      ['undo', ['Ctrl', 'Z']],
      ['redo', ['Ctrl', 'Shift', 'Z']],
      ['find', ['Ctrl', 'F']],
      ['help', ['?']],
      ['escape', ['Esc']],
    ],
  },
  {
    id: 'grid',
    keys: [
      ['rows', ['↑', '↓']],
      ['cells', ['←', '→']],
      ['pages', ['PgUp', 'PgDn']],
      ['rowEnds', ['Home', 'End']],
      ['gridEnds', ['Ctrl', 'Home / End']],
      ['open', ['Enter']],
      ['toggle', ['Space']],
      ['mark', ['Space']],
      ['markMore', ['Shift', '↑ ↓']],
      ['markAll', ['Ctrl', 'A']],
      ['previous', ['[']],
      ['next', [']']],
    ],
  },
  {
    id: 'editor',
    keys: [
      ['saveAndClose', ['Ctrl', 'Enter']],
      ['fieldHistory', ['Alt', 'H']],
    ],
  },
  {
    id: 'pairs',
    keys: [
      ['pairMove', ['↑', '↓']],
      ['pairJoin', ['J']],
      ['pairNotSame', ['X']],
      ['pairSplit', ['S']],
    ],
  },
  {
    id: 'outline',
    keys: [
      ['outlineAdd', ['Enter']],
      ['outlineIn', ['Tab']],
      ['outlineOut', ['Shift', 'Tab']],
      ['outlineLevel', ['Alt', '← →']],
      ['outlineMove', ['Alt', '↑ ↓']],
      ['outlineWrite', ['F2']],
      ['outlineWithdraw', ['Del']],
      ['outlineLeave', ['Esc', 'Tab']],
    ],
  },
  {
    id: 'room',
    keys: [
      ['roomNext', ['N']],
      ['roomHold', ['Space']],
      ['roomExtend', ['+']],
      ['roomAdd', ['1 – 4']],
      ['roomApart', ['5 – 7']],
      ['roomByName', ['A']],
      ['roomOrder', ['O']],
      ['roomReply', ['R']],
      ['roomSuggested', ['S']],
      ['roomWrite', ['/']],
      ['roomFile', ['Enter']],
      ['roomConclusion', ['Shift', 'Enter']],
      ['roomAction', ['Ctrl', 'Enter']],
      ['roomPresence', ['P']],
      ['roomReadBack', ['L']],
      ['roomItem', ['J']],
      ['roomBlank', ['B']],
      ['roomProjector', ['F11']],
      ['roomFreeze', ['Shift', 'F11']],
    ],
  },
] as const;

export function KeyHelp({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('shell');
  const { settings, change } = useSettings();
  return (
    <Dialog title={t('keys.title')} isOpen={isOpen} onClose={onClose} size="m">
      <div className="key-help">
        {GROUPS.map((group) => (
          <section key={group.id}>
            <h3>{t(`keys.group.${group.id}`)}</h3>
            <dl>
              {group.keys.map(([id, keys]) => (
                <div key={id}>
                  <dt>{t(`keys.action.${id}`)}</dt>
                  <dd dir="ltr">
                    {keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <Switch isSelected={settings.singleKeys} onChange={(singleKeys) => change({ singleKeys })}>
          {t('keys.single')}
        </Switch>
        <p className="muted">{t('keys.singleNote')}</p>
      </div>
    </Dialog>
  );
}

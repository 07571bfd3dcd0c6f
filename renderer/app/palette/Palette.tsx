import { CornerDownLeft, FileText, Lightbulb, Search, Users } from 'lucide-react';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Header } from 'react-aria-components/Header';
import { Input } from 'react-aria-components/Input';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { SearchField } from 'react-aria-components/SearchField';
import { useTranslation } from 'react-i18next';
import type { JumpHit } from '../../../shared/contract/index.ts';
import { useLang } from '../../i18n/useFormat.ts';
import { autoDir } from '../../ui/field.tsx';
import { Highlight } from '../../ui/Highlight.tsx';
import { matches } from '../../ui/match.ts';
import { useCall } from '../calls.ts';
import { hasFeature } from '../features.ts';
import { navigate, paths, type Section } from '../router.ts';
import { type Command, useAllCommands } from './commands.ts';

/** The letter before the number that people read. */
const LETTER_OF: { readonly [type: string]: string } = {
  deficit: 'D',
  strategy: 'S',
  clause: 'C',
  session: 'N',
  point: 'P',
};
const referenceOf = ({ type, number }: JumpHit): string | undefined =>
  number === null ? undefined : LETTER_OF[type] ? `${LETTER_OF[type]}-${number}` : number;

/** Where a found record is shown. */
const SCREEN_OF: { readonly [type: string]: Section } = {
  deficit: 'deficits',
  evidence: 'deficits',
  clause: 'deficits',
  strategy: 'strategies',
  action: 'strategies',
  participant: 'participants',
  organization: 'participants',
  absence: 'participants',
  session: 'sessions',
  point: 'sessions',
  agendaItem: 'sessions',
  dossier: 'mandate',
};

function HitIcon({ type }: { readonly type: string }) {
  if (type === 'strategy' || type === 'action') return <Lightbulb size={15} aria-hidden />;
  if (type === 'participant' || type === 'organization') return <Users size={15} aria-hidden />;
  return <FileText size={15} aria-hidden />;
}

/** Jump anywhere: sections, records by number or words, and what can be done. */
export function Palette({
  dossierId,
  commands,
  onClose,
}: {
  readonly dossierId: string | undefined;
  readonly commands: readonly Command[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('shell');
  const lang = useLang();
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const offered = useAllCommands();
  const hits = useCall(
    'search.jump',
    { dossier: dossierId ?? '', text: asked, lang, limit: 12 },
    { enabled: dossierId !== undefined && asked !== '', keepPrevious: true },
  );
  const found = [...offered, ...commands].filter((command) => text === '' || matches(command.label, text));
  const records = asked === '' || dossierId === undefined ? [] : (hits.data ?? []);
  const go = (action: () => void): void => {
    onClose();
    action();
  };
  const openRecord = (hit: JumpHit): void => {
    const section = SCREEN_OF[hit.type];
    if (section && dossierId && hasFeature(section)) {
      // What lies in a session is found through it.
      const within = section === 'sessions' && hit.type !== 'session' ? { type: hit.type } : undefined;
      navigate(paths.section(dossierId, section, hit.id, within));
    }
  };
  return (
    <ModalOverlay className="overlay top" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal palette">
        <Dialog className="palette-dialog" aria-label={t('jump.title')}>
          <Autocomplete inputValue={text} onInputChange={setText}>
            <SearchField className="palette-search" aria-label={t('jump.placeholder')}>
              <Search size={17} aria-hidden />
              <Input autoFocus placeholder={t('jump.placeholder')} dir={autoDir(text) ?? ''} />
            </SearchField>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
            <div className="palette-scroll" tabIndex={0}>
              <Menu
                className="palette-list"
                aria-label={t('jump.results')}
                renderEmptyState={() => <p className="listbox-empty">{t('jump.nothing')}</p>}
              >
                {records.length > 0 && (
                  <MenuSection className="menu-section">
                    <Header className="menu-title">{t('jump.records')}</Header>
                    {records.map((hit) => (
                      <PaletteItem
                        key={`${hit.type} ${hit.id}`}
                        id={`${hit.type} ${hit.id}`}
                        label={hit.title?.text ?? referenceOf(hit) ?? hit.id}
                        lang={hit.title?.lang}
                        query={asked}
                        hint={referenceOf(hit)}
                        icon={<HitIcon type={hit.type} />}
                        onAction={() => go(() => openRecord(hit))}
                      />
                    ))}
                  </MenuSection>
                )}
                {found.length > 0 && (
                  <MenuSection className="menu-section">
                    <Header className="menu-title">{t('jump.commands')}</Header>
                    {found.map((command) => (
                      <PaletteItem
                        key={command.id}
                        id={command.id}
                        label={command.label}
                        query={text}
                        hint={command.hint}
                        icon={command.icon ?? <CornerDownLeft size={15} aria-hidden />}
                        onAction={() => go(command.run)}
                      />
                    ))}
                  </MenuSection>
                )}
              </Menu>
            </div>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function PaletteItem({
  id,
  label,
  lang,
  query,
  hint,
  icon,
  onAction,
}: {
  readonly id: string;
  readonly label: string;
  readonly lang?: string | undefined;
  readonly query: string;
  readonly hint?: string | undefined;
  readonly icon: ReactNode;
  readonly onAction: () => void;
}) {
  return (
    <MenuItem id={id} textValue={label} className="menu-item" onAction={onAction}>
      {icon}
      <span className="grow clip-1" lang={lang} dir="auto">
        <Highlight text={label} query={query} />
      </span>
      {hint && <bdi className="mono">{hint}</bdi>}
    </MenuItem>
  );
}

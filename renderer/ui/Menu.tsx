import { Check } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Header } from 'react-aria-components/Header';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection,
  MenuTrigger,
} from 'react-aria-components/Menu';
import { Popover as AriaPopover } from 'react-aria-components/Popover';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly keyHint?: string | undefined;
  /** Set for choices (radio style); undefined for plain actions. */
  readonly isSelected?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly isDangerous?: boolean | undefined;
  /** Language of the label when it is not the page's. */
  readonly lang?: string | undefined;
  readonly onAction: () => void;
}

export interface MenuGroup {
  readonly title?: string;
  readonly items: readonly MenuItem[];
}

/** A button (the child) that opens a list of actions. */
export function Menu({
  label,
  groups,
  children,
}: {
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  readonly children: ReactElement;
}) {
  return (
    <MenuTrigger>
      {children}
      <AriaPopover className="popover" placement="bottom end">
        <AriaMenu className="menu" aria-label={label}>
          {groups.map((group, index) => (
            <MenuSection
              key={group.title ?? index}
              className="menu-section"
              {...(!group.title && { 'aria-label': label })}
            >
              {group.title && <Header className="menu-title">{group.title}</Header>}
              {group.items.map((item) => (
                <AriaMenuItem
                  key={item.id}
                  id={item.id}
                  textValue={item.label}
                  className={`menu-item${item.isDangerous ? ' danger' : ''}`}
                  isDisabled={item.isDisabled ?? false}
                  onAction={item.onAction}
                >
                  {item.icon}
                  <span lang={item.lang}>{item.label}</span>
                  {item.isSelected && <Check size={14} aria-hidden className="option-check" />}
                  {item.keyHint && <kbd>{item.keyHint}</kbd>}
                </AriaMenuItem>
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </AriaPopover>
    </MenuTrigger>
  );
}

import { Plus, X } from 'lucide-react';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { ListBox } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Tag, TagGroup, TagList } from 'react-aria-components/TagGroup';
import { useTranslation } from 'react-i18next';
import { isPlainEnter, type OptionSource, optionUnder, useMatchingOptions } from './ComboBox.tsx';
import { classes } from './classes.ts';
import { FieldNotes, type FieldProps } from './field.tsx';
import { Highlight } from './Highlight.tsx';
import { type Option, OptionItem } from './Select.tsx';

export type TagPickerProps<T extends string> = FieldProps &
  OptionSource<T> & {
    readonly value: readonly T[];
    readonly onAdd: (id: T) => void;
    readonly onRemove: (id: T) => void;
    /** The label of a chosen code; defaults to the option's label, then the code. */
    readonly labelOf?: ((id: T) => string) | undefined;
    /** Shows the code before the label (instruments, targets). */
    readonly showCodes?: boolean;
    readonly placeholder?: string | undefined;
    /** Enter takes what stands first for what was typed; with nothing typed it goes on from here. */
    readonly onEnter?: (() => void) | undefined;
  };

/** Several codes of a codelist: chosen ones as tags, more by typing. Delete or Backspace removes a tag. */
export function TagPicker<T extends string>({
  value,
  onAdd,
  onRemove,
  labelOf,
  showCodes,
  placeholder,
  onEnter,
  ...field
}: TagPickerProps<T>) {
  const { t } = useTranslation('ui');
  const [query, setQuery] = useState('');
  const found = useMatchingOptions<T>(field, query);
  const chosen = useMemo(() => new Set<string>(value), [value]);
  const open = found.filter((option) => !chosen.has(option.id));
  const name = (id: T): string =>
    labelOf?.(id) ?? field.options?.find((option) => option.id === id)?.label ?? id;
  const takeFirst = (event: KeyboardEvent): void => {
    if (!onEnter || !isPlainEnter(event) || optionUnder(event)) return;
    event.preventDefault();
    event.stopPropagation();
    const [first] = query.trim() ? open : [];
    if (first) {
      onAdd(first.id);
      setQuery('');
    } else if (!query.trim()) onEnter();
  };
  const editable = !field.isReadOnly && !field.isDisabled;
  return (
    <div className={classes('field', 'tag-picker', field.className)}>
      <span className="field-label">{field.label}</span>
      {value.length > 0 && (
        <TagGroup
          aria-label={field.label}
          {...(editable && { onRemove: (keys) => keys.forEach((key) => void onRemove(String(key) as T)) })}
        >
          <TagList className="tags">
            {value.map((id) => (
              <Tag key={id} id={id} textValue={name(id)} className="tag">
                {showCodes && <bdi className="tag-code">{id}</bdi>}
                <span>{name(id)}</span>
                {editable && (
                  <Button
                    slot="remove"
                    className="tag-remove"
                    aria-label={t('tags.remove', { name: name(id) })}
                  >
                    <X size={12} aria-hidden />
                  </Button>
                )}
              </Tag>
            ))}
          </TagList>
        </TagGroup>
      )}
      {value.length === 0 && !editable && <p className="muted">{t('tags.none')}</p>}
      {editable && (
        <AriaComboBox
          aria-label={t('tags.addTo', { name: field.label })}
          className="field"
          items={open as Option<T>[]}
          inputValue={query}
          onInputChange={setQuery}
          selectedKey={null}
          onSelectionChange={(key) => {
            if (key === null) return;
            onAdd(String(key) as T);
            setQuery('');
          }}
          onBlur={() => setQuery('')}
          defaultFilter={() => true}
          allowsEmptyCollection
          menuTrigger="focus"
          isInvalid={field.error !== undefined}
          validationBehavior="aria"
        >
          <div onKeyDownCapture={takeFirst}>
            <Group className="input combo">
              <Plus size={14} aria-hidden />
              <Input placeholder={placeholder ?? t('tags.add')} />
            </Group>
          </div>
          <FieldNotes {...field} />
          <Popover className="popover wide" placement="bottom start">
            <ListBox<Option<T>>
              className="listbox"
              renderEmptyState={() => <p className="listbox-empty">{t('combo.nothing')}</p>}
            >
              {(option) => (
                <OptionItem
                  option={showCodes && !option.hint ? { ...option, hint: option.id } : option}
                  label={<Highlight text={option.label} query={query} />}
                />
              )}
            </ListBox>
          </Popover>
        </AriaComboBox>
      )}
    </div>
  );
}

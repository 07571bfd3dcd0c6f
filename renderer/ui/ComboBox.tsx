import { ChevronDown } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { ListBox } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { makeTypeahead, type Typeahead } from '../../shared/domain/typeahead.ts';
import { classes } from './classes.ts';
import { FieldLabel, FieldNotes, type FieldProps } from './field.tsx';
import { Highlight } from './Highlight.tsx';
import { type Option, OptionItem } from './Select.tsx';

/** More are never drawn at once: a list that long is for typing, not for reading. */
const SHOWN_AT_MOST = 80;

/** Options given at once, or fetched for what was typed. */
export type OptionSource<T extends string> =
  | { readonly options: readonly Option<T>[]; readonly load?: never }
  | { readonly load: (query: string) => Promise<readonly Option<T>[]>; readonly options?: never };

const typeaheads = new WeakMap<readonly Option[], Typeahead>();
/** Made when something is first typed into a field of these options. */
function typeaheadOf(options: readonly Option[]): Typeahead {
  let typeahead = typeaheads.get(options);
  if (!typeahead) {
    typeahead = makeTypeahead(
      options.map(({ id, label, hint, also = [] }) => ({ id, label, also: hint ? [...also, hint] : also })),
    );
    typeaheads.set(options, typeahead);
  }
  return typeahead;
}

/** The options that match what was typed, whichever way they come. Codes and hints match too. */
export function useMatchingOptions<T extends string>(
  source: OptionSource<T>,
  query: string,
): readonly Option<T>[] {
  const asked = useDeferredValue(query);
  const [fetched, setFetched] = useState<readonly Option<T>[]>([]);
  const { load, options } = source;
  useEffect(() => {
    if (!load) return;
    let current = true;
    load(asked).then(
      (found) => current && setFetched(found),
      () => current && setFetched([]),
    );
    return () => {
      current = false;
    };
  }, [load, asked]);
  return useMemo(() => {
    if (!options) return fetched.slice(0, SHOWN_AT_MOST);
    // Never behind what was typed: who types and presses Enter at once would choose from the list before.
    if (!query.trim()) return options.slice(0, SHOWN_AT_MOST);
    return typeaheadOf(options)
      .find(query, SHOWN_AT_MOST)
      .map((at) => options[at] as Option<T>);
  }, [options, fetched, query]);
}

export type ComboBoxProps<T extends string> = FieldProps &
  OptionSource<T> & {
    readonly value: T | undefined;
    /** `undefined` when emptied. */
    readonly onChange: (value: T | undefined) => void;
    /** The chosen option's label when `load` has not brought it yet. */
    readonly valueLabel?: string | undefined;
    readonly placeholder?: string | undefined;
    /** Enter takes what stands first for what was typed, and goes on from here. */
    readonly onEnter?: (() => void) | undefined;
  };

/** Enter and nothing else, and not the one that ends the writing of a composed character. */
export const isPlainEnter = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' &&
  !(event.ctrlKey || event.shiftKey || event.altKey || event.metaKey || event.nativeEvent.isComposing);

/** The option that the arrows stand on in the open list of a field. */
export const optionUnder = (event: KeyboardEvent): string | undefined => {
  const id = (event.target as Element).getAttribute('aria-activedescendant');
  return (id && document.getElementById(id)?.dataset.key) || undefined;
};

/** One of a long list, found by typing; matches Arabic the way readers do. */
export function ComboBox<T extends string>({
  value,
  onChange,
  valueLabel,
  placeholder,
  onEnter,
  ...field
}: ComboBoxProps<T>) {
  const { t } = useTranslation('ui');
  const chosen =
    value === undefined
      ? ''
      : (field.options?.find((option) => option.id === value)?.label ?? valueLabel ?? value);
  const [typed, setTyped] = useState<string>();
  const query = typed ?? '';
  const found = useMatchingOptions<T>(field, query);
  // Before the list hears it, which would close and leave the field as it was.
  const takeFirst = (event: KeyboardEvent): void => {
    if (!onEnter || !isPlainEnter(event)) return;
    event.preventDefault();
    event.stopPropagation();
    const taken = (optionUnder(event) as T | undefined) ?? (query.trim() ? found[0]?.id : undefined);
    flushSync(() => {
      setTyped(undefined);
      if (taken !== undefined && taken !== value) onChange(taken);
    });
    onEnter();
  };
  return (
    <AriaComboBox
      className={classes('field', field.className)}
      items={found as Option<T>[]}
      inputValue={typed ?? chosen}
      onInputChange={(text) => {
        if (text !== (typed ?? chosen)) setTyped(text);
      }}
      selectedKey={value ?? null}
      onSelectionChange={(key) => {
        setTyped(undefined);
        if (key !== null && key !== value) onChange(String(key) as T);
      }}
      onBlur={() => {
        if (typed === '' && value !== undefined) onChange(undefined);
        setTyped(undefined);
      }}
      defaultFilter={() => true}
      allowsEmptyCollection
      menuTrigger="focus"
      isInvalid={field.error !== undefined}
      isRequired={field.isRequired ?? false}
      isDisabled={field.isDisabled ?? false}
      isReadOnly={field.isReadOnly ?? false}
      autoFocus={field.autoFocus ?? false}
      validationBehavior="aria"
    >
      <FieldLabel {...field} />
      <div onKeyDownCapture={takeFirst}>
        <Group className="input combo">
          <Input placeholder={placeholder ?? ''} />
          <Button className="icon-button small">
            <ChevronDown size={14} aria-hidden />
          </Button>
        </Group>
      </div>
      <FieldNotes {...field} />
      <Popover className="popover wide" placement="bottom start">
        <ListBox<Option<T>>
          className="listbox"
          renderEmptyState={() => <p className="listbox-empty">{t('combo.nothing')}</p>}
        >
          {(option) => <OptionItem option={option} label={<Highlight text={option.label} query={query} />} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}

import { Search, X } from 'lucide-react';
import type { Ref } from 'react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField';
import { classes } from './classes.ts';
import { autoDir } from './field.tsx';

/** Search box: Escape clears, the cross clears; `data-search` is where Ctrl F goes. */
export function SearchField({
  label,
  value,
  onChange,
  placeholder,
  className,
  ref,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string | undefined;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLInputElement>;
}) {
  return (
    <AriaSearchField
      className={classes('search', className)}
      aria-label={label}
      value={value}
      onChange={onChange}
    >
      <Search size={15} aria-hidden />
      <Input ref={ref} data-search placeholder={placeholder ?? label} dir={autoDir(value)} />
      {value !== '' && (
        <Button className="icon-button small">
          <X size={14} aria-hidden />
        </Button>
      )}
    </AriaSearchField>
  );
}

import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useFormat } from '../i18n/useFormat.ts';

export interface Facet<T extends string = string> {
  readonly id: T;
  readonly label: string;
  /** The label in full where it is shortened. */
  readonly title?: string | undefined;
  readonly count: number | undefined;
  readonly icon?: ReactNode;
}

const ALL = 'all ';

/** Tiles with a count each: one is pressed, the first takes the filter away. */
export function Facets<T extends string>({
  label,
  allLabel,
  allCount,
  facets,
  value,
  onChange,
}: {
  readonly label: string;
  readonly allLabel: string;
  readonly allCount: number | undefined;
  readonly facets: readonly Facet<T>[];
  readonly value: T | undefined;
  readonly onChange: (value: T | undefined) => void;
}) {
  const format = useFormat();
  const shown = (count: number | undefined): string => (count === undefined ? '–' : format.count(count));
  return (
    <ToggleButtonGroup
      className="facets"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value ?? ALL]}
      onSelectionChange={(keys) => {
        const [key] = keys;
        onChange(key === undefined || key === ALL ? undefined : (String(key) as T));
      }}
    >
      <ToggleButton id={ALL} className="facet">
        <span className="facet-count num">{shown(allCount)}</span>
        <span className="facet-name">{allLabel}</span>
      </ToggleButton>
      {facets.map((facet) => (
        <ToggleButton key={facet.id} id={facet.id} className="facet">
          <span className="facet-count num">
            {facet.icon}
            {shown(facet.count)}
          </span>
          <span className="facet-name" title={facet.title ?? facet.label}>
            {facet.label}
          </span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

import type { ReactNode } from 'react';
import { SIDES, type Side } from '../../../../shared/domain/scoring/types.ts';
import { ConstituencyTile } from '../../../ui/constituency.tsx';
import { useConstituencyNames } from '../../positions/index.ts';

export interface SidesRow {
  readonly key: string;
  readonly head: ReactNode;
  /** Further columns before those of the three. */
  readonly beside?: ReactNode;
  /** The cells of one side: one for each column under it, or a single one where there is nothing to part. */
  readonly cells: (side: Side) => readonly ReactNode[];
}

/** The three constituencies side by side, each with the same columns under it. */
export function SidesTable({
  caption,
  heads,
  under,
  rows,
  isFigures = false,
}: {
  readonly caption: string;
  /** Of the columns before those of the three. */
  readonly heads: readonly string[];
  readonly under: readonly string[];
  readonly rows: readonly SidesRow[];
  readonly isFigures?: boolean;
}): ReactNode {
  const sides = useConstituencyNames();
  const figures = isFigures ? 'num' : undefined;
  return (
    <table className="priorities-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col" rowSpan={2}>
              {head}
            </th>
          ))}
          {SIDES.map((side) => (
            <th key={side} scope="colgroup" colSpan={under.length}>
              <ConstituencyTile seat={side} size="s" isDecorative /> {sides[side]}
            </th>
          ))}
        </tr>
        <tr>
          {SIDES.flatMap((side) =>
            under.map((name) => (
              <th key={`${side}${name}`} scope="col" className={figures}>
                {name}
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, head, beside, cells }) => (
          <tr key={key}>
            <th scope="row">{head}</th>
            {beside !== undefined && <td>{beside}</td>}
            {SIDES.flatMap((side) => {
              const all = cells(side);
              if (all.length < under.length)
                return [
                  <td key={side} colSpan={under.length} className="muted">
                    {all[0]}
                  </td>,
                ];
              return all.map((cell, at) => (
                <td key={`${side}${under[at]}`} className={figures}>
                  {cell}
                </td>
              ));
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

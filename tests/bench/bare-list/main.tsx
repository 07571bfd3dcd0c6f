/** The least a virtual list can be: no grid, no cells to focus, no windows to read; every text is in memory. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { createRoot } from 'react-dom/client';

interface Given {
  readonly rows: readonly (readonly string[])[];
  readonly rowHeight: number;
  readonly height: number;
}

function List({ rows, rowHeight, height }: Given) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  return (
    <div id="scroller" ref={scroller} style={{ height }}>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map((shown) => (
          <div
            key={shown.index}
            className="row"
            style={{ height: rowHeight, transform: `translateY(${shown.start}px)` }}
          >
            {rows[shown.index]?.map((text, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the texts of a row never move
              <span key={i}>{text}</span>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

const given = (await (await fetch('./rows.json')).json()) as Given;
createRoot(document.getElementById('root') as HTMLElement).render(<List {...given} />);

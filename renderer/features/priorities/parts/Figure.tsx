import { Image, Table } from 'lucide-react';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';

/** A picture as it comes from `shared/charts`. Read as XML: a picture that is not well formed is not shown at all. */
export function Drawn({ svg }: { readonly svg: string }): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const read = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
    if (read.localName === 'svg') host.current?.replaceChildren(document.importNode(read, true));
  }, [svg]);
  return <div className="chart-host" ref={host} />;
}

/** A picture and the table that says the same; one of the two is shown. */
export function Figure({
  svgs,
  table,
}: {
  readonly svgs: readonly string[];
  readonly table: ReactNode;
}): ReactNode {
  const { t } = useTranslation('priorities');
  const [isTable, setTable] = useState(false);
  return (
    <div className="priorities-figure">
      <Button
        variant="quiet"
        icon={isTable ? <Image size={15} aria-hidden /> : <Table size={15} aria-hidden />}
        onPress={() => setTable(!isTable)}
      >
        {t(isTable ? 'as.picture' : 'as.table')}
      </Button>
      {isTable ? (
        <div className="priorities-scroll">{table}</div>
      ) : (
        <div className="priorities-pictures">
          {svgs.map((svg) => (
            <Drawn key={svg} svg={svg} />
          ))}
        </div>
      )}
    </div>
  );
}

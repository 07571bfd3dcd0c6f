import { useEffect, useState } from 'react';
import { type LargeCodelists, type LargeName, loadCodelist } from '../../../../shared/reference/index.ts';

/** A large codelist, undefined until its module has come. */
export function useLarge<N extends LargeName>(name: N, isWanted = true): LargeCodelists[N] | undefined {
  const [list, setList] = useState<LargeCodelists[N]>();
  useEffect(() => {
    if (!isWanted) return;
    let isHere = true;
    void loadCodelist(name).then((loaded) => isHere && setList(() => loaded as LargeCodelists[N]));
    return () => {
      isHere = false;
    };
  }, [name, isWanted]);
  return list;
}

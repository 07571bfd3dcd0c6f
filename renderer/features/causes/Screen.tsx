import { useTranslation } from 'react-i18next';
import type { SectionProps } from '../../app/features.ts';
import { Across } from './across/Across.tsx';
import { TreeScreen } from './tree/TreeScreen.tsx';
import './causes.css';

/** The problem tree of one deficit, or what links all of them. */
export function Screen({ dossierId, recordId }: SectionProps) {
  // All texts before the first picture: a part that waited later would take the whole screen away.
  useTranslation(['causes', 'editing', 'history']);
  return recordId ? (
    <TreeScreen key={recordId} dossierId={dossierId} deficit={recordId} />
  ) : (
    <Across dossierId={dossierId} />
  );
}

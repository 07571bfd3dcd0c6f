/** What targets, columns and encodings are called. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportColumn } from '../../../shared/contract/index.ts';
import type { Encoding, Target } from '../../../shared/domain/import/constants.ts';
import { useFieldLabel } from '../history/index.ts';
import { letterOf } from './mapping.ts';

/** Names of standards, written alike everywhere. */
export const ENCODING_NAMES: { readonly [E in Encoding]: string } = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1256': 'Windows-1256',
  'windows-1252': 'Windows-1252',
};

/** Targets that are no field by that name. */
const OWN = ['multiplier', 'instrument', 'denounced'] as const;
const isOwn = (target: Target): target is (typeof OWN)[number] => (OWN as readonly Target[]).includes(target);

export function useTargetLabel(): (target: Target) => string {
  const { t } = useTranslation('importing');
  const fieldLabel = useFieldLabel();
  return useCallback(
    (target) => (isOwn(target) ? t(`target.${target}`) : fieldLabel(target)),
    [t, fieldLabel],
  );
}

export function useColumnName(): (column: Pick<ImportColumn, 'header'> | undefined, index: number) => string {
  const { t } = useTranslation('importing');
  return useCallback(
    (column, index) => column?.header || t('columns.unnamed', { letter: letterOf(index) }),
    [t],
  );
}

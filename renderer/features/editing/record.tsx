import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react';
import type { Input, RecordView } from '../../../shared/contract/index.ts';
import type { EditableType } from '../../../shared/domain/records/index.ts';
import { invoke } from '../../app/calls.ts';
import { useDossier } from '../../app/dossier.tsx';

export type Members = Input<'record.edit'>['members'];
/** Members in the shape of the format, or flat names (`position.G`, `instruments:C087`). */
export type Edits = { readonly [name: string]: unknown };

/** The record that the fields below edit. */
export interface RecordEditing {
  readonly dossierId: string;
  readonly type: EditableType;
  readonly id: string;
  /** The record's members as they are stored. */
  readonly members: Edits;
  /** Flat fields that wait for a resolution: nobody may overwrite them meanwhile. */
  readonly conflicts: readonly string[];
  readonly isReadOnly: boolean;
  /** Rejects when the members could not be stored. `seen` belongs to judgements. */
  readonly edit: (members: Edits, seen?: readonly string[]) => Promise<unknown>;
}

const Context = createContext<RecordEditing | undefined>(undefined);

export function useRecordEditing(): RecordEditing {
  const editing = useContext(Context);
  if (!editing) throw new Error('a field outside a record');
  return editing;
}

/** Whether the open dossier takes no changes at all; the shell says why. */
export const useIsReadOnly = (): boolean => useDossier().readOnly !== null;

export function RecordProvider({
  dossierId,
  type,
  view,
  children,
}: {
  readonly dossierId: string;
  readonly type: EditableType;
  readonly view: RecordView;
  readonly children: ReactNode;
}) {
  const { id } = view.record;
  const isReadOnly = useIsReadOnly();
  const edit = useCallback(
    (members: Edits, seen?: readonly string[]) =>
      invoke('record.edit', {
        dossier: dossierId,
        type,
        id,
        members: members as Members,
        ...(seen && { seen: [...seen] }),
      }),
    [dossierId, type, id],
  );
  const editing = useMemo<RecordEditing>(
    () => ({
      dossierId,
      type,
      id,
      members: view.record as unknown as Edits,
      conflicts: view.conflicts,
      isReadOnly: isReadOnly || view.withdrawn,
      edit,
    }),
    [dossierId, type, id, view, isReadOnly, edit],
  );
  return <Context value={editing}>{children}</Context>;
}

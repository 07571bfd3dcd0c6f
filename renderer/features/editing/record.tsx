import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import type { Input, RecordView } from '../../../shared/contract/index.ts';
import type { EditableType } from '../../../shared/domain/records/index.ts';
import { invoke, useCall } from '../../app/calls.ts';
import { useDossier } from '../../app/dossier.tsx';

export type Members = Input<'record.edit'>['members'];
/** What was pasted into a field that was then cleaned, by language. */
export type Pasted = NonNullable<Input<'record.edit'>['pasted']>;
/** What goes with the members of a step. `seen` belongs to judgements. */
export interface Besides {
  readonly seen?: readonly string[];
  readonly pasted?: Pasted | undefined;
}
/** Members in the shape of the format, or flat names (`position.G`, `instruments:C087`). */
export type Edits = { readonly [name: string]: unknown };

/** The record that the fields below edit. */
export interface RecordEditing {
  readonly dossierId: string;
  readonly type: EditableType;
  readonly id: string;
  /** The record's members as they are stored; what the form gives it while it does not exist yet. */
  readonly members: Edits;
  /** Flat fields that wait for a resolution: nobody may overwrite them meanwhile. */
  readonly conflicts: readonly string[];
  readonly isReadOnly: boolean;
  /** Rejects when the members could not be stored. */
  readonly edit: (members: Edits, besides?: Besides) => Promise<unknown>;
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
  isReadOnly: isClosed = false,
  children,
}: {
  readonly dossierId: string;
  readonly type: EditableType;
  readonly view: RecordView;
  /** Where the screen takes no changes though the dossier does. */
  readonly isReadOnly?: boolean;
  readonly children: ReactNode;
}) {
  const { id } = view.record;
  const isReadOnly = useIsReadOnly() || isClosed;
  const edit = useCallback(
    (members: Edits, besides?: Besides) =>
      invoke('record.edit', { dossier: dossierId, type, id, members: members as Members, ...sent(besides) }),
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

const sent = ({ seen, pasted }: Besides = {}) => ({
  ...(seen && { seen: [...seen] }),
  ...(pasted && { pasted }),
});

/**
 * A record that comes into being with the first thing entered into it, so that opening a form and closing it
 * again leaves nothing behind. `initial` is what the form gives it besides.
 */
export function NewRecordProvider({
  dossierId,
  type,
  initial,
  children,
}: {
  readonly dossierId: string;
  readonly type: EditableType;
  readonly initial: Edits;
  readonly children: (view: RecordView | undefined) => ReactNode;
}) {
  const [id] = useState(() => crypto.randomUUID());
  const [exists, setExists] = useState(false);
  const creation = useRef<Promise<unknown>>(undefined);
  const { data: view } = useCall('record.get', { dossier: dossierId, type, id }, { enabled: exists });
  const first = useRef(initial);
  const edit = useCallback(
    async (members: Edits, besides?: Besides): Promise<unknown> => {
      const call = { dossier: dossierId, type, id };
      if (creation.current) {
        await creation.current;
        return invoke('record.edit', { ...call, members: members as Members, ...sent(besides) });
      }
      creation.current = invoke('record.create', {
        ...call,
        members: { ...first.current, ...members } as Members,
        ...(besides?.pasted && { pasted: besides.pasted }),
      });
      try {
        await creation.current;
      } catch (thrown) {
        creation.current = undefined;
        throw thrown;
      }
      setExists(true);
      return undefined;
    },
    [dossierId, type, id],
  );
  const editing = useMemo<RecordEditing>(
    () => ({
      dossierId,
      type,
      id,
      members: (view?.record ?? first.current) as Edits,
      conflicts: view?.conflicts ?? [],
      isReadOnly: false,
      edit,
    }),
    [dossierId, type, id, view, edit],
  );
  return <Context value={editing}>{children(view)}</Context>;
}

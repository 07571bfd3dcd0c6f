import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import type { Input, RecordView } from '../../../../shared/contract/index.ts';
import type { EditableType } from '../../../../shared/domain/records/index.ts';
import { invoke, useCall } from '../../../app/calls.ts';

type Members = Input<'record.edit'>['members'];

/** The record that the fields below edit. */
export interface RecordEditing {
  readonly dossierId: string;
  readonly type: EditableType;
  readonly id: string;
  /** The record's members as they are stored; empty while it does not exist yet. */
  readonly members: { readonly [name: string]: unknown };
  readonly conflicts: readonly string[];
  readonly isReadOnly: boolean;
  /** Members in the shape of the format, or flat names; rejects when they could not be stored. */
  readonly edit: (members: { readonly [name: string]: unknown }) => Promise<unknown>;
}

const Context = createContext<RecordEditing | undefined>(undefined);

export function useRecordEditing(): RecordEditing {
  const editing = useContext(Context);
  if (!editing) throw new Error('a field outside a record');
  return editing;
}

export function RecordProvider({
  dossierId,
  type,
  view,
  isReadOnly,
  children,
}: {
  readonly dossierId: string;
  readonly type: EditableType;
  readonly view: RecordView;
  readonly isReadOnly: boolean;
  readonly children: ReactNode;
}) {
  const { id } = view.record;
  const edit = useCallback(
    (members: { readonly [name: string]: unknown }) =>
      invoke('record.edit', { dossier: dossierId, type, id, members: members as Members }),
    [dossierId, type, id],
  );
  const editing = useMemo<RecordEditing>(
    () => ({
      dossierId,
      type,
      id,
      members: view.record as unknown as { readonly [name: string]: unknown },
      conflicts: view.conflicts,
      isReadOnly: isReadOnly || view.withdrawn,
      edit,
    }),
    [dossierId, type, id, view, isReadOnly, edit],
  );
  return <Context value={editing}>{children}</Context>;
}

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
  readonly initial: { readonly [name: string]: unknown };
  readonly children: (view: RecordView | undefined) => ReactNode;
}) {
  const [id] = useState(() => crypto.randomUUID());
  const [exists, setExists] = useState(false);
  const creation = useRef<Promise<unknown>>(undefined);
  const { data: view } = useCall('record.get', { dossier: dossierId, type, id }, { enabled: exists });
  const first = useRef(initial);
  const edit = useCallback(
    async (members: { readonly [name: string]: unknown }): Promise<unknown> => {
      if (creation.current) {
        await creation.current;
        return invoke('record.edit', { dossier: dossierId, type, id, members: members as Members });
      }
      creation.current = invoke('record.create', {
        dossier: dossierId,
        type,
        id,
        members: { ...first.current, ...members } as Members,
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
      members: (view?.record ?? first.current) as { readonly [name: string]: unknown },
      conflicts: view?.conflicts ?? [],
      isReadOnly: false,
      edit,
    }),
    [dossierId, type, id, view, edit],
  );
  return <Context value={editing}>{children(view)}</Context>;
}

import { Plus } from 'lucide-react';
import { type FormEvent, type ReactNode, useRef } from 'react';
import { Button } from '../../../ui/Button.tsx';

/** One line of fields; Enter adds and the next one begins where typing begins. */
export function QuickAdd({
  label,
  action,
  isPending,
  onAdd,
  children,
}: {
  readonly label: string;
  readonly action: string;
  readonly isPending: boolean;
  /** Answers whether it was added: what was typed stays where it was not. */
  readonly onAdd: () => Promise<boolean>;
  readonly children: ReactNode;
}) {
  const form = useRef<HTMLFormElement>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isPending || !(await onAdd())) return;
    form.current?.querySelector<HTMLElement>('[data-first] input')?.focus();
  };
  return (
    <form ref={form} className="participants-add" aria-label={label} onSubmit={(event) => void submit(event)}>
      {children}
      <Button type="submit" variant="primary" icon={<Plus size={15} aria-hidden />} isDisabled={isPending}>
        {action}
      </Button>
    </form>
  );
}

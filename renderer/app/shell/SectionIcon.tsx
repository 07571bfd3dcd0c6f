import {
  FileOutput,
  History,
  LayoutGrid,
  ListChecks,
  type LucideIcon,
  Mic,
  ScrollText,
  Settings,
  Target,
  Trash2,
  Users,
} from 'lucide-react';
import type { Section } from '../router.ts';

const ICONS: { readonly [S in Section]: LucideIcon } = {
  overview: LayoutGrid,
  mandate: ScrollText,
  participants: Users,
  sessions: Mic,
  deficits: ListChecks,
  strategies: Target,
  export: FileOutput,
  settings: Settings,
  history: History,
  bin: Trash2,
};

export function SectionIcon({ section, size = 20 }: { readonly section: Section; readonly size?: number }) {
  const Icon = ICONS[section];
  return (
    <Icon size={size} strokeWidth={1.75} aria-hidden className={section === 'export' ? 'flip' : undefined} />
  );
}

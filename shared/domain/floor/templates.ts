/** Agendas to begin with. Their words are in the texts of the page, `sessions.json` under `template.item`. */
import type { ItemKind, SessionKind } from './constants.ts';

export interface TemplateItem {
  readonly kind: ItemKind;
  readonly key: TemplateKey;
  readonly minutes: number;
}
export interface Template {
  readonly id: 'plenary-day' | 'plenary-half' | 'breakout' | 'caucus';
  readonly kind: SessionKind;
  /** Time of day, `HH:MM`. */
  readonly startTime: string;
  readonly items: readonly TemplateItem[];
}
export type TemplateKey =
  | 'opening'
  | 'agenda'
  | 'reports'
  | 'discussion'
  | 'conclusions'
  | 'reading'
  | 'closing'
  | 'pause'
  | 'noon'
  | 'afternoon'
  | 'meal'
  | 'task'
  | 'cards'
  | 'sorting'
  | 'drafting'
  | 'report'
  | 'stance'
  | 'limits'
  | 'spokesperson';

const item = (key: TemplateKey, minutes: number): TemplateItem => ({ kind: 'item', key, minutes });

export const TEMPLATES: readonly Template[] = [
  {
    id: 'plenary-day',
    kind: 'plenary',
    startTime: '09:00',
    items: [
      item('opening', 15),
      item('agenda', 15),
      item('reports', 75),
      { kind: 'pause', key: 'pause', minutes: 20 },
      item('discussion', 70),
      { kind: 'prayer', key: 'noon', minutes: 30 },
      { kind: 'meal', key: 'meal', minutes: 60 },
      item('conclusions', 105),
      { kind: 'prayer', key: 'afternoon', minutes: 20 },
      item('reading', 50),
      item('closing', 20),
    ],
  },
  {
    id: 'plenary-half',
    kind: 'plenary',
    startTime: '09:00',
    items: [
      item('opening', 10),
      item('agenda', 10),
      item('discussion', 70),
      { kind: 'pause', key: 'pause', minutes: 20 },
      item('conclusions', 45),
      item('reading', 30),
      item('closing', 10),
      { kind: 'prayer', key: 'noon', minutes: 30 },
    ],
  },
  {
    id: 'breakout',
    kind: 'breakout',
    startTime: '10:00',
    items: [
      item('task', 10),
      item('cards', 40),
      item('sorting', 30),
      item('drafting', 30),
      item('report', 10),
    ],
  },
  {
    id: 'caucus',
    kind: 'caucus',
    startTime: '08:00',
    items: [item('stance', 60), item('limits', 20), item('spokesperson', 10)],
  },
];

import type { Money } from '../../../shared/domain/codes.ts';
import type {
  Coded,
  ContentAction,
  ContentStrategy,
  EditionContent,
} from '../../../shared/domain/content.ts';
import { isMissing } from '../../../shared/domain/fields.ts';
import { decided, levels } from './decided.ts';
import {
  coded,
  column,
  id,
  inSession,
  type Known,
  list,
  oneOf,
  required,
  resolved,
  session,
  type Table,
  table,
  texts,
} from './define.ts';

type ActionRow = ContentAction & { readonly strategy: string };

export const strategiesTable = (content: EditionContent, known: Known): Table =>
  table<ContentStrategy>(
    'strategies',
    'Strategies, each with the positions on it',
    content.strategies,
    [
      id(),
      column('number', 'string', 'Short number people read.', (row) => row.number),
      ...texts<ContentStrategy>('title', 'Title.', (row) => row.title),
      ...texts<ContentStrategy>('objective', 'Objective.', (row) => row.objective),
      ...decided<ContentStrategy>(),
      column(
        'area',
        'string',
        'Thematic area.',
        (row) => coded(row.area),
        oneOf('TA1', 'TA2', 'TA3', 'TA4', 'TA5', 'TA6'),
      ),
      column('functional_areas', 'string', 'Codes, separated by ;', (row) => list(row.functionalAreas)),
      column('priority_programme', 'string', 'Code of the priority action programme.', (row) =>
        coded(row.priorityProgramme),
      ),
      column('collective_bargaining', 'boolean', 'Promotes collective bargaining.', (row) =>
        coded(row.collectiveBargaining),
      ),
      column(
        'instruments',
        'string',
        'Codes of instruments, separated by ; a reference, not a finding.',
        (row) => list(row.instruments),
      ),
      column('sdg_targets', 'string', 'Codes, separated by ;', (row) => list(row.sdgTargets)),
      ...texts<ContentStrategy>(
        'plan_link',
        'Link to national and United Nations plans.',
        (row) => row.planLink,
      ),
      session(known),
      ...levels<ContentStrategy>(),
    ],
    { primaryKey: ['id'], references: [inSession] },
  );

export const strategyDeficitsTable = (content: EditionContent, known: Known): Table =>
  table<{ strategy: string; deficit: string }>(
    'strategy-deficits',
    'Which strategy answers which deficit',
    content.strategies.flatMap((strategy) =>
      strategy.deficits
        .filter((deficit) => known.deficits.has(deficit))
        .map((deficit) => ({ strategy: strategy.id, deficit })),
    ),
    [
      column('strategy_id', 'string', 'The strategy.', (row) => row.strategy, required),
      column('deficit_id', 'string', 'The deficit.', (row) => row.deficit, required),
    ],
    {
      primaryKey: ['strategy_id', 'deficit_id'],
      references: [
        { fields: 'strategy_id', resource: 'strategies' },
        { fields: 'deficit_id', resource: 'deficits' },
      ],
    },
  );

export const actionsTable = (content: EditionContent, known: Known): Table =>
  table<ActionRow>(
    'actions',
    'Actions of the strategies',
    content.strategies.flatMap((strategy) =>
      strategy.actions.map((action) => ({ ...action, strategy: strategy.id })),
    ),
    [
      id(),
      column('strategy_id', 'string', 'The strategy.', (row) => row.strategy, required),
      column('order', 'integer', 'Place in the strategy.', (row) => row.order),
      ...texts<ActionRow>('title', 'Title.', (row) => row.title),
      ...texts<ActionRow>('responsible', 'Who is responsible.', (row) => row.responsible),
      column('responsible_organization_id', 'string', 'The organization responsible.', (row) =>
        resolved(known.organizations, row.responsibleOrganization),
      ),
      ...texts<ActionRow>('partners', 'Partners, one a line.', (row) => row.partners),
      column('start', 'string', 'Month or day.', (row) => coded(row.start), {
        pattern: '\\d{4}-\\d{2}(-\\d{2})?',
      }),
      column('end', 'string', 'Month or day.', (row) => coded(row.end), {
        pattern: '\\d{4}-\\d{2}(-\\d{2})?',
      }),
      column('cost', 'string', 'Given in the table costs, or why not.', (row) => given(row.cost)),
      column('own_funds', 'string', 'Given in the table costs, or why not.', (row) => given(row.ownFunds)),
      column('functional_area', 'string', 'Code of the functional area.', (row) => coded(row.functionalArea)),
      column('indicator', 'string', 'Indicator of the action.', (row) => row.indicator),
      ...texts<ActionRow>('target', 'Target.', (row) => row.target),
    ],
    {
      primaryKey: ['id'],
      references: [
        { fields: 'strategy_id', resource: 'strategies' },
        { fields: 'responsible_organization_id', resource: 'organizations' },
      ],
    },
  );

interface CostRow {
  readonly action: string;
  readonly strategy: string;
  readonly year: string;
  readonly cost: Money | undefined;
  readonly ownFunds: Money | undefined;
}

const byYear = (money: Coded<{ readonly [year: string]: Money }>): { readonly [year: string]: Money } =>
  isMissing(money) ? {} : money;

/** A line for each year and currency; money of different currencies never shares one. */
function costsIn(content: EditionContent): CostRow[] {
  return content.strategies.flatMap((strategy) =>
    strategy.actions.flatMap((action) => {
      const cost = byYear(action.cost);
      const own = byYear(action.ownFunds);
      const years = [...new Set([...Object.keys(cost), ...Object.keys(own)])].sort();
      return years.flatMap((year) => {
        const row = { action: action.id, strategy: strategy.id, year };
        const [spent, covered] = [cost[year], own[year]];
        return spent && covered && spent.currency !== covered.currency
          ? [
              { ...row, cost: spent, ownFunds: undefined },
              { ...row, cost: undefined, ownFunds: covered },
            ]
          : [{ ...row, cost: spent, ownFunds: covered }];
      });
    }),
  );
}

const given = (value: Coded<object>): string => (isMissing(value) ? value.missing : 'given');

export const costsTable = (content: EditionContent): Table =>
  table<CostRow>(
    'costs',
    'Cost and own funds of each action by year',
    costsIn(content),
    [
      column('action_id', 'string', 'The action.', (row) => row.action, required),
      column('strategy_id', 'string', 'Its strategy.', (row) => row.strategy, required),
      column('year', 'year', 'Year.', (row) => row.year, required),
      column(
        'currency',
        'string',
        'ISO 4217.',
        (row) => (row.cost ?? row.ownFunds)?.currency ?? null,
        required,
      ),
      column(
        'cost_minor',
        'integer',
        'Cost in minor units of the currency.',
        (row) => row.cost?.amount ?? null,
        { minimum: 0 },
      ),
      column(
        'own_funds_minor',
        'integer',
        'Own funds in minor units of the currency.',
        (row) => row.ownFunds?.amount ?? null,
        { minimum: 0 },
      ),
      column(
        'gap_minor',
        'integer',
        'What own funds do not cover; never below zero.',
        (row) => (row.cost ? Math.max(0, row.cost.amount - (row.ownFunds?.amount ?? 0)) : null),
        { minimum: 0 },
      ),
    ],
    {
      references: [
        { fields: 'action_id', resource: 'actions' },
        { fields: 'strategy_id', resource: 'strategies' },
      ],
    },
  );

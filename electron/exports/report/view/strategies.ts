import type { Money } from '../../../../shared/domain/codes.ts';
import type { Coded, ContentAction, ContentStrategy } from '../../../../shared/domain/content.ts';
import { isMissing } from '../../../../shared/domain/fields.ts';
import { anyCodelist } from '../../../../shared/reference/all.ts';
import { itemIn } from '../../../../shared/reference/index.ts';
import { amount, count, period } from '../formats.ts';
import { isolate, typesetLine } from '../typeset.ts';
import type { Cell, Context } from './context.ts';
import { clauseView, commentView, conflictNote, type Fact } from './deficits.ts';
import { decidedView } from './positions.ts';
import { reference } from './reference.ts';

/** Sums by currency, since currencies are never added together: `USD 1,200`. */
function sum(money: Coded<{ readonly [year: string]: Money }>, context: Context): readonly Cell[] {
  if (isMissing(money)) return [context.missing(money)];
  const sums = new Map<string, number>();
  for (const { amount: minor, currency } of Object.values(money))
    sums.set(currency, (sums.get(currency) ?? 0) + minor);
  if (sums.size === 0) return [context.none];
  return [...sums]
    .sort()
    .map(([currency, minor]) =>
      context.own(isolate(`${amount(minor, currency, context.lang)}\u00a0${currency}`)),
    );
}

const optional = (value: Coded<string>): string | undefined => (isMissing(value) ? undefined : value);

function actionView(action: ContentAction, context: Context) {
  const { say, lang, own, label } = context;
  const responsible = context.text(action.responsible);
  const when =
    isMissing(action.start) && isMissing(action.end)
      ? context.missing(action.start)
      : own(period(optional(action.start), optional(action.end), lang, say));
  const target = context.text(action.target);
  const indicator =
    action.indicator === null ? undefined : itemIn(anyCodelist('indicators'), action.indicator);
  return {
    order: count(action.order, lang),
    title: context.text(action.title),
    indicator:
      action.indicator === null
        ? null
        : own(
            // A name in another language would be a stranger here: the code stands for it, and the annex tells it.
            indicator === undefined || indicator.untranslated?.includes(lang)
              ? isolate(typesetLine(action.indicator, lang))
              : label('indicators', action.indicator),
          ),
    target: target.absent ? null : target,
    responsible: responsible.absent
      ? (context.organization(action.responsibleOrganization) ?? responsible)
      : responsible,
    partners: context.paragraphs(action.partners) ?? null,
    when,
    functionalArea: isMissing(action.functionalArea)
      ? context.missing(action.functionalArea)
      : own(isolate(action.functionalArea)),
    cost: sum(action.cost, context),
    ownFunds: sum(action.ownFunds, context),
  };
}

function costView(strategy: ContentStrategy, context: Context) {
  const { say, lang } = context;
  const withheld = strategy.actions.some(
    (action) => isMissing(action.cost) && action.cost.missing === 'withheld',
  );
  if (strategy.costs.length === 0)
    return { rows: [], totals: [], note: say(withheld ? 'strategy.costsWithheld' : 'strategy.noCosts') };
  const totals = new Map<string, { cost: number; ownFunds: number; gap: number }>();
  for (const { currency, cost, ownFunds, gap } of strategy.costs) {
    const total = totals.get(currency) ?? { cost: 0, ownFunds: 0, gap: 0 };
    total.cost += cost;
    total.ownFunds += ownFunds;
    total.gap += gap;
    totals.set(currency, total);
  }
  const row = (year: string, currency: string, money: { cost: number; ownFunds: number; gap: number }) => ({
    year,
    currency,
    cost: amount(money.cost, currency, lang),
    ownFunds: amount(money.ownFunds, currency, lang),
    gap: amount(money.gap, currency, lang),
  });
  return {
    rows: strategy.costs.map((each) => row(each.year, each.currency, each)),
    totals: [...totals].sort().map(([currency, total]) => row(say('strategy.total'), currency, total)),
    note: null,
  };
}

export function strategyView(strategy: ContentStrategy, context: Context) {
  const { say, own, label } = context;
  const answered = new Set(strategy.deficits);
  const facts: Fact[] = [
    {
      label: say('strategy.area'),
      value: isMissing(strategy.area) ? context.missing(strategy.area) : context.area(strategy.area),
    },
    {
      label: say('strategy.functionalAreas'),
      value: context.labels('functional-areas', strategy.functionalAreas),
    },
    {
      label: say('strategy.programme'),
      value: context.coded(strategy.priorityProgramme, (code) => label('priority-action-programmes', code)),
    },
    {
      label: say('strategy.collectiveBargaining'),
      value: context.coded(strategy.collectiveBargaining, (yes) => say(yes ? 'strategy.yes' : 'strategy.no')),
    },
    { label: say('deficit.instruments'), value: context.codes(strategy.instruments) },
    { label: say('deficit.sdgTargets'), value: context.codes(strategy.sdgTargets) },
    { label: say('strategy.planLink'), value: context.text(strategy.planLink) },
    { label: say('deficit.session'), value: context.session(strategy.session) },
    {
      label: say('deficit.confidentiality'),
      value: own(label('confidentiality-levels', strategy.confidentiality)),
    },
  ];
  return {
    anchor: strategy.id,
    number: reference('S', strategy.number),
    title: context.text(strategy.title),
    objective: context.paragraphs(strategy.objective) ?? null,
    conflict: conflictNote(strategy.inConflict, context),
    facts,
    deficits: context.content.deficits
      .filter(({ id }) => answered.has(id))
      .map((each) => ({ number: reference('D', each.number), title: context.text(each.title) })),
    decided: decidedView(strategy, context),
    actions: strategy.actions.map((each) => actionView(each, context)),
    costs: costView(strategy, context),
    clauses: strategy.clauses.map((each) => clauseView(each, context)),
    comments: strategy.comments.map((each) => commentView(each, context)),
  };
}

/** Strategies, their actions and what they cost. */
import { isMissing } from '../../../shared/domain/fields.ts';
import { minorDigits } from '../../../shared/reference/currencies.ts';
import { reference } from '../report/view/reference.ts';
import { decidedSheet, sheet, type Told, told } from './told.ts';
import type { Words } from './words.ts';
import type { SheetSpec, SheetValue } from './xlsx.ts';

export function strategies(words: Words): SheetSpec {
  const { content, say, text, label, labels, coded, session, options } = words;
  const numbers = new Map(content.deficits.map((each) => [each.id, reference('D', each.number)]));
  type Row = (typeof content.strategies)[number];
  return decidedSheet<Row>(
    say('workbook.strategies'),
    content.strategies,
    [
      told(say('workbook.number'), 10, (row) => reference('S', row.number)),
      told(say('workbook.title'), 36, (row) => text(row.title)),
      told(say('strategy.objective'), 70, (row) => text(row.objective)),
    ],
    [
      told(say('strategy.deficits'), 24, (row) =>
        row.deficits.flatMap((id) => numbers.get(id) ?? []).join(say('format.list')),
      ),
      told(
        say('strategy.area'),
        30,
        (row) => coded(row.area, (code) => label('thematic-areas', code)),
        options('thematic-areas', ['TA1', 'TA2', 'TA3', 'TA4', 'TA5', 'TA6']),
      ),
      told(say('strategy.functionalAreas'), 30, (row) => labels('functional-areas', row.functionalAreas)),
      told(
        say('strategy.programme'),
        26,
        (row) => coded(row.priorityProgramme, (code) => label('priority-action-programmes', code)),
        options('priority-action-programmes'),
      ),
      told(
        say('strategy.collectiveBargaining'),
        14,
        (row) => coded(row.collectiveBargaining, (yes) => say(yes ? 'workbook.yes' : 'workbook.no')),
        [say('workbook.yes'), say('workbook.no'), ...options('missing', [])],
      ),
      told(say('deficit.instruments'), 18, (row) => row.instruments.join(say('format.list'))),
      told(say('deficit.sdgTargets'), 14, (row) => row.sdgTargets.join(say('format.list'))),
      told(say('strategy.planLink'), 36, (row) => text(row.planLink)),
      told(say('deficit.session'), 24, (row) => session(row.session)),
    ],
    words,
  );
}

const inStrategies = ({ content }: Words) =>
  content.strategies.flatMap((each) =>
    each.actions.map((action) => ({ ...action, of: reference('S', each.number) })),
  );

export function actions(words: Words): SheetSpec {
  const { say, text, label, coded, organization, options } = words;
  return sheet(say('workbook.actions'), inStrategies(words), [
    told(say('workbook.subject'), 10, (row) => row.of),
    told(say('workbook.order'), 8, (row) => row.order),
    told(say('strategy.action'), 44, (row) => text(row.title)),
    told(
      say('strategy.responsible'),
      30,
      (row) => text(row.responsible) || organization(row.responsibleOrganization),
    ),
    told(say('strategy.partners'), 36, (row) => text(row.partners)),
    told(say('workbook.start'), 12, (row) => coded(row.start, (at) => at)),
    told(say('workbook.end'), 12, (row) => coded(row.end, (at) => at)),
    told(
      say('strategy.functionalAreas'),
      28,
      (row) => coded(row.functionalArea, (code) => label('functional-areas', code)),
      options('functional-areas', ['FA1', 'FA2', 'FA3', 'FA4']),
    ),
    told(say('evidence.indicator'), 24, (row) => row.indicator ?? ''),
    told(say('strategy.target'), 24, (row) => text(row.target)),
  ]);
}

/** Amounts in whole units, as people count money. Each row has one currency and is never added to another. */
export function costs(words: Words): SheetSpec {
  const { say, coded, text } = words;
  const rows = inStrategies(words).flatMap((action) => {
    const base = { of: action.of, order: action.order, title: text(action.title) };
    if (isMissing(action.cost) && isMissing(action.ownFunds))
      return [
        {
          ...base,
          year: '',
          currency: '',
          cost: coded(action.cost, () => ''),
          own: coded(action.ownFunds, () => ''),
          gap: null as SheetValue,
        },
      ];
    const spent = isMissing(action.cost) ? {} : action.cost;
    const covered = isMissing(action.ownFunds) ? {} : action.ownFunds;
    const years = [...new Set([...Object.keys(spent), ...Object.keys(covered)])].sort();
    return years.flatMap((year) => {
      const [cost, own] = [spent[year], covered[year]];
      return [...new Set([cost?.currency, own?.currency].filter((each) => each !== undefined))].map(
        (currency) => {
          const unit = 10 ** minorDigits(currency);
          const costHere = cost?.currency === currency ? cost.amount : undefined;
          const ownHere = own?.currency === currency ? own.amount : undefined;
          return {
            ...base,
            year,
            currency,
            cost: costHere === undefined ? null : costHere / unit,
            own: ownHere === undefined ? null : ownHere / unit,
            gap: costHere === undefined ? null : Math.max(0, costHere - (ownHere ?? 0)) / unit,
          };
        },
      );
    });
  });
  const money = <R>(column: Told<R>): Told<R> => ({ ...column, decimals: 2 });
  return sheet(say('workbook.costs'), rows, [
    told(say('workbook.subject'), 10, (row) => row.of),
    told(say('workbook.order'), 8, (row) => row.order),
    told(say('strategy.action'), 44, (row) => row.title),
    told(say('strategy.year'), 10, (row) => (row.year === '' ? '' : Number(row.year))),
    told(say('strategy.currency'), 10, (row) => row.currency),
    money(told(say('strategy.cost'), 16, (row) => row.cost)),
    money(told(say('strategy.ownFunds'), 16, (row) => row.own)),
    money(told(say('strategy.gap'), 16, (row) => row.gap)),
  ]);
}

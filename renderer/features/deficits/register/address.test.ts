import { describe, expect, it } from 'vitest';
import { readAddress, viewQuery } from './address.ts';

describe('the address of the register', () => {
  it('holds filters, order and grouping', () => {
    const query = new URLSearchParams(
      'area=TA3&outcome=no-agreement&flag=no-strategy&sort=severity&descending=1&group=area&columns=outcome,nonsense,priority,outcome&asOf=12',
    );
    expect(readAddress(query)).toEqual({
      filter: { area: 'TA3', outcome: 'no-agreement', flag: 'no-strategy' },
      sort: 'severity',
      descending: true,
      group: 'area',
      columns: ['outcome', 'priority'],
      asOf: 12,
    });
  });

  it('leaves out what it does not know and is never an error', () => {
    expect(readAddress(new URLSearchParams('area=TA9&outcome=maybe&sort=mean&group=1&asOf=-3'))).toEqual({
      filter: {},
      sort: 'number',
      descending: false,
      group: undefined,
      columns: undefined,
      asOf: undefined,
    });
  });

  it('of a view keeps how one looks, in one order, and not where one is nor when', () => {
    const query = new URLSearchParams('columns=outcome&selected=x&asOf=3&area=TA1&view=cards&search=%D8%A8');
    expect(viewQuery(query)).toBe('search=%D8%A8&area=TA1&columns=outcome');
  });
});

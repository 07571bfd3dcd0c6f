import { describe, expect, it } from 'vitest';
import { readAddress } from './address.ts';

describe('the address of the register', () => {
  it('holds filters, order and grouping', () => {
    const query = new URLSearchParams(
      'area=TA3&outcome=no-agreement&flag=no-strategy&sort=severity&descending=1&group=area',
    );
    expect(readAddress(query)).toEqual({
      filter: { area: 'TA3', outcome: 'no-agreement', flag: 'no-strategy' },
      sort: 'severity',
      descending: true,
      isGrouped: true,
    });
  });

  it('leaves out what it does not know and is never an error', () => {
    expect(readAddress(new URLSearchParams('area=TA9&outcome=maybe&sort=mean&group=1'))).toEqual({
      filter: {},
      sort: 'number',
      descending: false,
      isGrouped: false,
    });
  });
});

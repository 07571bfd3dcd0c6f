import { describe, expect, it } from 'vitest';
import { toCsv } from './csv.ts';

const rows = [['=1+1', '-5', -5, null, 'قيمة، "أخرى"', true]] as const;

describe('CSV', () => {
  it('writes data as it is: no mark, CRLF, an empty cell for nothing', () => {
    const csv = toCsv(['a', 'b', 'c', 'd', 'e', 'f'], rows);
    expect(csv).toBe('a,b,c,d,e,f\r\n=1+1,-5,-5,,"قيمة، ""أخرى""",true\r\n');
  });

  it('defuses formulas for spreadsheets, full-width forms too, and leaves numbers alone', () => {
    const csv = toCsv(['a', 'b', 'c'], [['=HYPERLINK("x")', '＝1', -5]], {
      flavour: 'spreadsheet',
      delimiter: ';',
    });
    expect(csv).toBe('\ufeffa;b;c\r\n"\'=HYPERLINK(""x"")";\'＝1;-5\r\n');
  });

  it('keeps a table without rows a table', () => {
    expect(toCsv(['a', 'b'], [])).toBe('a,b\r\n');
  });
});

/** The place in Electron's program where its fuses are kept. */

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** Version 1, then nine fuses as Electron is delivered: `1` is on, `0` is off. */
const delivered = '101100011';

/** The bytes as they stand in the program: sentinel, version, number of fuses, fuses. */
export const fuseWire = () =>
  Buffer.concat([Buffer.from(sentinel), Buffer.from([1, delivered.length]), Buffer.from(delivered)]);

/** The short number people read, kept together and left to right in every sentence. */
export function Reference({
  letter = 'D',
  number,
}: {
  readonly letter?: string;
  readonly number: string | null | undefined;
}) {
  return <bdi className="mono deficits-ref">{referenceText(number, letter)}</bdi>;
}

export const referenceText = (number: string | null | undefined, letter = 'D'): string =>
  `${letter}-${number ?? '···'}`;

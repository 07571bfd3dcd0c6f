/** The short number people read, kept together and left to right in every sentence. */
export function Reference({
  letter,
  number,
}: {
  readonly letter: 'S' | 'D' | 'C';
  readonly number: string | null | undefined;
}) {
  return <bdi className="mono strategies-ref">{`${letter}-${number ?? '···'}`}</bdi>;
}

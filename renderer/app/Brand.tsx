/** Three parts of one whole, in the hues of the three constituencies. */
export function BrandMark({ size = 22 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" className="brand-mark">
      <path d="M12.9 2.05a10 10 0 0 1 8.26 13.96l-8.26-4.77z" fill="var(--gov)" />
      <path d="M20.26 17.57a10 10 0 0 1-16.52 0L12 12.8z" fill="var(--emp)" />
      <path d="M2.84 16.01A10 10 0 0 1 11.1 2.05v9.19z" fill="var(--wrk)" />
    </svg>
  );
}

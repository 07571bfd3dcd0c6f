/** Three equal parts of one whole, in the hues of the three constituencies. */
export function BrandMark({ size = 22 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" className="brand-mark">
      <path d="M12.50 11.13L7.69 2.97A10 10 0 0 1 21.97 11.22z" fill="var(--gov)" />
      <path d="M12.50 12.87L21.97 12.78A10 10 0 0 1 7.69 21.03z" fill="var(--emp)" />
      <path d="M11.00 12.00L6.34 20.24A10 10 0 0 1 6.34 3.76z" fill="var(--wrk)" />
    </svg>
  );
}

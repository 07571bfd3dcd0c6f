import { Handshake, Leaf, type LucideIcon, Scale, Shapes, Sprout, Umbrella, Waypoints } from 'lucide-react';

/** TA1 rights, TA2 protection, TA3 employment, TA4 equality, TA5 just transitions, TA6 dialogue. */
const ICONS: { readonly [area: string]: LucideIcon } = {
  TA1: Scale,
  TA2: Umbrella,
  TA3: Sprout,
  TA4: Waypoints,
  TA5: Leaf,
  TA6: Handshake,
};

/** The sign of a thematic area; the name stands beside it or in its title. */
export function AreaIcon({
  area,
  size = 15,
}: {
  readonly area: string | null | undefined;
  readonly size?: number;
}) {
  const Icon = (area && ICONS[area]) || Shapes;
  const n = area && ICONS[area] ? area.slice(2) : undefined;
  return (
    <Icon
      size={size}
      strokeWidth={1.9}
      aria-hidden
      className="area-icon"
      style={{ color: n ? `var(--t${n})` : 'var(--ink-3)' }}
    />
  );
}

import { useEffect, useState } from 'react';

interface Battery extends EventTarget {
  readonly charging: boolean;
  /** Between 0 and 1. */
  readonly level: number;
}
/** At this level there is time left to print before the machine goes. */
const LOW = 0.2;

/** How full the battery is when it runs low and is not charging; null otherwise, and where nobody can tell. */
export function useLowBattery(): number | null {
  const [low, setLow] = useState<number | null>(null);
  useEffect(() => {
    const { getBattery } = navigator as { getBattery?: () => Promise<Battery> };
    if (!getBattery) return;
    let battery: Battery | undefined;
    let isHere = true;
    const read = (): void => {
      if (battery && isHere) setLow(!battery.charging && battery.level <= LOW ? battery.level : null);
    };
    const asked = getBattery.call(navigator);
    asked.then(
      (found) => {
        if (!isHere) return;
        battery = found;
        battery.addEventListener('levelchange', read);
        battery.addEventListener('chargingchange', read);
        read();
      },
      () => {},
    );
    return () => {
      isHere = false;
      battery?.removeEventListener('levelchange', read);
      battery?.removeEventListener('chargingchange', read);
    };
  }, []);
  return low;
}

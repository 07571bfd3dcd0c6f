/** What the room is shown, as it comes; the last picture stays when the connection is lost, and says so. */
import type { RoomShown } from '../../../../shared/contract/index.ts';
import { bridge } from '../../../platform/index.ts';

export interface Followed {
  readonly shown: RoomShown | undefined;
  /** The application does not answer: what stands there may be old. */
  readonly isLost: boolean;
  /** The key of this window is of no use: it was opened in an earlier start, or by hand. */
  readonly isRefused: boolean;
}

/** Asked so often, a page notices an application that has gone, and one that is late catches up with its clock. */
const LOOK_MS = 5000;

/** Calls `onChange` with each picture. Returns the way to stop. */
export function followRoom(onChange: (followed: Followed) => void): () => void {
  let now: Followed = { shown: undefined, isLost: false, isRefused: false };
  const put = (next: Followed): void => {
    now = next;
    onChange(now);
  };
  const take = (shown: RoomShown): void => {
    // An answer that was under way while a newer picture came is older than that.
    if (now.shown && shown.revision < now.shown.revision) return;
    put({ shown, isLost: false, isRefused: false });
  };
  const look = async (): Promise<void> => {
    const result = await bridge.invoke('room.look', {});
    if (result.ok) return take(result.value);
    const isRefused = result.error.code === 'channel.forbidden' || result.error.details?.status === 401;
    put({ ...now, isLost: true, isRefused });
  };
  const stop = bridge.subscribe((event) => {
    if (event.type === 'room.shown') take(event.shown);
    else if (event.type === 'command' && event.command === 'lost') void look();
  });
  const timer = setInterval(() => void look(), LOOK_MS);
  void look();
  return () => {
    clearInterval(timer);
    stop();
  };
}

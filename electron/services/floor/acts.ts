/** What the chair's table does, act by act. Each says false where there was nothing to do. */
import type { FloorAct } from '../../../shared/contract/index.ts';
import { addEntry, moveEntry, QUEUE_MOST } from '../../../shared/domain/floor/queue.ts';
import type { Entry } from '../../../shared/domain/floor/types.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { Json } from '../../../shared/domain/json.ts';
import { Refusal } from '../../../shared/errors.ts';
import type { Floor } from './memory.ts';
import { arrive, identityOf, leave, step } from './presence.ts';
import { quorumOfFloor } from './state.ts';
import { type Doing, refuseInCaucus, requireRunning } from './step.ts';
import { endTurn, giveApart, giveFloor, takeBack } from './turns.ts';

type Act<K extends FloorAct['kind']> = Extract<FloorAct, { kind: K }>;

const PRESENCE: readonly FloorAct['kind'][] = ['arrive', 'leave', 'step-in', 'step-out'];
const SPEECH: readonly FloorAct['kind'][] = ['add', 'next', 'apart', 'take-back'];

/** Whether anything was done. Refuses with the codes of the floor; see `docs/errors.md`. */
export function perform(doing: Doing, act: FloorAct): boolean {
  const { floor } = doing;
  if (floor.phase === 'closed') throw new Refusal('floor.closed');
  // People are counted while they come in, before the session is opened.
  if (act.kind !== 'open' && !PRESENCE.includes(act.kind)) requireRunning(floor);
  if (SPEECH.includes(act.kind)) refuseInCaucus(floor);
  switch (act.kind) {
    case 'open':
      return open(doing);
    case 'suspend':
      return suspend(doing, act);
    case 'resume':
      return resume(doing);
    case 'next':
      return next(doing, act);
    case 'stop':
      requireCurrent(floor, act.current);
      endTurn(doing);
      return true;
    case 'hold':
      if (!floor.speaking || floor.speaking.isHeld === act.on) return false;
      floor.speaking = { ...floor.speaking, isHeld: act.on };
      return true;
    case 'extend':
      return extend(floor, act.seconds * 1000);
    case 'apart':
      requireCurrent(floor, act.current);
      requireOpen(floor);
      endTurn(doing);
      giveApart(doing, act.speaker);
      return true;
    case 'add':
      return add(floor, act);
    case 'remove':
      return remove(floor, act.entry);
    case 'move':
      return move(floor, act);
    case 'item':
      return goTo(doing, act.item);
    case 'take-back':
      requireOpen(floor);
      return takeBack(doing);
    case 'count-gap':
      return countGap(floor, act.notice);
    case 'dismiss':
      return dismiss(floor, act.notice);
    case 'arrive':
      return arrive(doing, act);
    case 'leave':
      return leave(doing, act);
    case 'step-in':
    case 'step-out':
      return step(doing, act);
  }
}

const editSession = ({ floor, drafts }: Doing, set: { [field: string]: Json }): void => {
  drafts.push({ recordType: 'session', recordId: floor.session, set, intent: 'edit' });
};

function open(doing: Doing): boolean {
  const { floor } = doing;
  if (floor.phase !== 'planned') return false;
  floor.phase = 'open';
  floor.clock = { ...floor.clock, elapsedMs: 0, heldMs: 0, isHeld: false };
  editSession(doing, {
    phase: 'open',
    openedAt: doing.now,
    utcOffset: Math.max(-840, Math.min(840, -new Date(doing.wall).getTimezoneOffset())),
    openingQuorum: quorumOfFloor(floor, doing.now) as unknown as Json,
  });
  return true;
}

function suspend(doing: Doing, { why }: Act<'suspend'>): boolean {
  const { floor } = doing;
  if (floor.phase === 'suspended') return false;
  endTurn(doing);
  floor.phase = 'suspended';
  floor.clock = { ...floor.clock, isHeld: true };
  editSession(doing, { phase: 'suspended' });
  const { items } = floor.facts;
  const at = items.findIndex(({ id }) => id === floor.item);
  const following = items.slice(at + 1).find(({ endedAt }) => endedAt === undefined);
  if (following && following.kind === why) goTo(doing, following.id);
  return true;
}

function resume(doing: Doing): boolean {
  const { floor } = doing;
  if (floor.phase === 'open') return false;
  floor.phase = 'open';
  floor.clock = { ...floor.clock, isHeld: false };
  editSession(doing, { phase: 'open' });
  return true;
}

/** A second press, or another window: what the page believes to be speaking is not. */
function requireCurrent(floor: Floor, current: string | null): void {
  if ((floor.speaking?.id ?? null) !== current) throw new Refusal('floor.moved-on');
}

/** Nobody is given the floor while the session is suspended. */
function requireOpen(floor: Floor): void {
  if (floor.phase !== 'open') throw new Refusal('floor.not-open');
}

function next(doing: Doing, act: Act<'next'>): boolean {
  const { floor } = doing;
  requireCurrent(floor, act.current);
  requireOpen(floor);
  const entry = act.entry === undefined ? floor.queue[0] : floor.queue.find(({ id }) => id === act.entry);
  if (act.entry !== undefined && !entry) throw new Refusal('floor.entry-gone');
  if (!entry && !floor.speaking) return false;
  endTurn(doing);
  if (entry) giveFloor(doing, entry);
  return true;
}

function extend(floor: Floor, ms: number): boolean {
  const { speaking } = floor;
  if (!speaking) return false;
  const from = speaking.limitMs ?? speaking.elapsedMs;
  floor.speaking = { ...speaking, limitMs: Math.max(0, from + ms) };
  return true;
}

function add(floor: Floor, act: Act<'add'>): boolean {
  if (floor.queue.some(({ id }) => id === act.id) || floor.speaking?.entry?.id === act.id) return false;
  if (floor.queue.length >= QUEUE_MOST) throw new Refusal('floor.full', { most: QUEUE_MOST });
  const name = act.name?.trim().normalize('NFC') ?? null;
  const identity = identityOf(floor, act.participant, {
    ...(act.participant === undefined && name !== null ? { name } : {}),
    ...(act.sex === undefined ? {} : { sex: act.sex }),
  });
  const participant =
    act.participant === undefined ? undefined : floor.facts.participants.get(act.participant);
  const entry: Entry = {
    id: act.id,
    seat: participant?.seat ?? act.seat,
    turn: act.turn,
    sinceMs: floor.clock.elapsedMs + floor.clock.heldMs,
    // The mark keeps a name from ever passing for the id of a participant.
    person: act.participant ?? (name === null ? null : `~${name}`),
    spokesperson: participant?.spokesperson === true,
    sex: identity.sex,
  };
  floor.queue = addEntry(floor.queue, entry, floor.heard.spokespersons);
  floor.identities = new Map([...floor.identities, [entry.id, identity]]);
  return true;
}

function remove(floor: Floor, id: string): boolean {
  if (!floor.queue.some((entry) => entry.id === id)) throw new Refusal('floor.entry-gone');
  floor.queue = floor.queue.filter((entry) => entry.id !== id);
  const identities = new Map(floor.identities);
  identities.delete(id);
  floor.identities = identities;
  return true;
}

function move(floor: Floor, act: Act<'move'>): boolean {
  const moved = moveEntry(floor.queue, act.entry, act.before);
  if (!moved) throw new Refusal('floor.entry-gone');
  if (moved.every(({ id }, at) => id === floor.queue[at]?.id)) return false;
  floor.queue = moved;
  return true;
}

/** Leaves an item with the time it took and goes to another one, or to none. */
export function goTo({ floor, drafts, now }: Doing, id: string | null): boolean {
  if (id === floor.item) return false;
  const to = floor.facts.items.find((item) => item.id === id);
  if (id !== null && !to) throw new Refusal('record.missing');
  if (floor.item !== null && floor.facts.items.some((item) => item.id === floor.item))
    drafts.push({
      recordType: 'agendaItem',
      recordId: floor.item as RecordId,
      set: { endedAt: now, spentMs: Math.round(floor.spent.get(floor.item) ?? 0) },
      intent: 'edit',
    });
  if (to)
    drafts.push({
      recordType: 'agendaItem',
      recordId: to.id,
      set: {
        ...(to.startedAt === undefined ? { startedAt: now } : {}),
        // Taken up again: it is not over, and its time goes on from where it was.
        ...(to.endedAt === undefined ? {} : { endedAt: null }),
      },
      intent: 'edit',
    });
  floor.item = id;
  floor.heard = { ...floor.heard, spokespersons: [] };
  return true;
}

/** The machine stood still and the room went on: the time counts after all. */
function countGap(floor: Floor, id: string): boolean {
  const notice = floor.notices.find((other) => other.id === id);
  if (!notice) return false;
  dismiss(floor, id);
  if ((notice.kind !== 'gap' && notice.kind !== 'wall' && notice.kind !== 'restored') || notice.ms <= 0)
    return true;
  const { clock, speaking } = floor;
  floor.clock = clock.isHeld
    ? { ...clock, heldMs: clock.heldMs + notice.ms }
    : { ...clock, elapsedMs: clock.elapsedMs + notice.ms };
  if (floor.item !== null)
    floor.spent = new Map([...floor.spent, [floor.item, (floor.spent.get(floor.item) ?? 0) + notice.ms]]);
  if (speaking && speaking.id === notice.turn)
    floor.speaking = { ...speaking, elapsedMs: speaking.elapsedMs + notice.ms };
  return true;
}

function dismiss(floor: Floor, id: string): boolean {
  if (!floor.notices.some((notice) => notice.id === id)) return false;
  floor.notices = floor.notices.filter((notice) => notice.id !== id);
  return true;
}

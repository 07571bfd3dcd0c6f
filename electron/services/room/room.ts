/**
 * The one screen of the room. What it shows lies in the memory of this thread: it is pushed by a person, follows the
 * floor until it is frozen, and goes when the dossier is closed. A page of the room asks for nothing but this.
 */
import type { Parsed, ProjectorState, RoomShown } from '../../../shared/contract/index.ts';
import type { Texts } from '../../../shared/domain/fields.ts';
import type { RoomView } from '../../../shared/domain/floor/room.ts';
import type { Lang } from '../../../shared/domain/languages.ts';
import { conceal, roomLabels, roomView } from '../../../shared/domain/room-view.ts';
import { isRefusal, Refusal } from '../../../shared/errors.ts';
import { type Desk, dossierOf } from '../desk.ts';
import { levelOf } from '../floor/index.ts';
import { EVERY_SESSION, watchFloor } from '../floor/watch.ts';
import { openReadBack } from '../read-back/state.ts';
import { bodyNow, dossierRecord, factsOf, usualLanguages } from './facts.ts';

type Request = Parsed<'projector.show'>['request'];

/** What was chosen, and the text of the clause as it stood then. */
interface Chosen {
  readonly dossier: string;
  readonly session: string;
  readonly request: Request;
  readonly clause: { readonly id: string; readonly body: Texts } | null;
}

interface Room {
  chosen: Chosen | null;
  /** What the chosen request shows; the room sees it unless it is blank. */
  view: RoomView;
  /** Of whose session the view is: its level conceals also what is frozen. */
  of: Chosen | null;
  languages: { readonly dossier: string; readonly pair: readonly Lang[] } | null;
  /** Those the room was frozen in: its texts are there in no others. */
  frozenIn: readonly Lang[];
  isFrozen: boolean;
  isBlank: boolean;
  revision: number;
}

const NOTHING: RoomView = { kind: 'nothing' };
const rooms = new WeakMap<Desk, Room>();

function roomOf(desk: Desk): Room {
  let room = rooms.get(desk);
  if (!room) {
    room = {
      chosen: null,
      view: NOTHING,
      of: null,
      languages: null,
      frozenIn: [],
      isFrozen: false,
      isBlank: false,
      revision: 0,
    };
    rooms.set(desk, room);
  }
  // A dossier that was closed is shown no longer.
  if (room.chosen && !desk.open.has(room.chosen.dossier)) room.chosen = null;
  if (room.of && !desk.open.has(room.of.dossier)) {
    room.of = null;
    room.view = NOTHING;
    room.isFrozen = false;
  }
  return room;
}

/** What a page of the room is given when it asks: its clock as of now, so that one that comes late counts right. */
export function look(desk: Desk): RoomShown {
  const room = roomOf(desk);
  if (!room.isBlank) refreshOrClear(desk, room);
  return shownNow(desk);
}

function shownNow(desk: Desk): RoomShown {
  const { view, of, isBlank, isFrozen, revision } = roomOf(desk);
  const shownIn = shownLanguages(desk);
  const labels = of ? dossierRecord(dossierOf(desk, of.dossier)).constituencyLabels : undefined;
  return {
    revision,
    isBlank,
    isFrozen,
    languages: shownIn,
    labels: roomLabels(labels, shownIn),
    // Blank is blank: what waits behind it does not leave this thread.
    view: isBlank ? NOTHING : view,
  };
}

/** Those of the moment it was frozen; chosen beforehand, they hold where nothing is shown yet. */
function shownLanguages(desk: Desk): readonly Lang[] {
  const { of, isFrozen, frozenIn, languages } = roomOf(desk);
  if (isFrozen) return frozenIn;
  if (of) return languagesOf(desk, of.dossier);
  return languages && desk.open.has(languages.dossier) ? languages.pair : [];
}

/** Those chosen for this dossier, two of its own otherwise. */
function languagesOf(desk: Desk, dossier: string): readonly Lang[] {
  const { languages } = roomOf(desk);
  return languages?.dossier === dossier ? languages.pair : usualLanguages(dossierOf(desk, dossier));
}

export const stateOfProjector = (desk: Desk): ProjectorState => {
  const shown = shownNow(desk);
  const { chosen, of } = roomOf(desk);
  return { shown, held: shown.isBlank || (shown.isFrozen && chosen !== of) };
};

export function show(desk: Desk, input: Parsed<'projector.show'>): ProjectorState {
  const room = roomOf(desk);
  const opened = dossierOf(desk, input.dossier);
  if (input.request.kind === 'nothing') {
    room.chosen = null;
    if (!room.isFrozen) place(room, null, NOTHING);
    return told(desk);
  }
  const session = input.session ?? room.chosen?.session;
  if (!session) throw new Refusal('input.invalid', { path: 'session' });
  const clause = clauseOf(desk, input, session);
  const chosen: Chosen = {
    dossier: input.dossier,
    session,
    request: input.request,
    clause: clause === null ? null : { id: clause, body: bodyNow(opened, clause) },
  };
  // Refused before anything is changed: the room keeps what it has.
  const view = viewOf(desk, chosen);
  if (!view) throw new Refusal('projector.not-for-the-room');
  room.chosen = chosen;
  if (!room.isFrozen) place(room, chosen, view);
  return told(desk);
}

export function freeze(desk: Desk, on: boolean): ProjectorState {
  const room = roomOf(desk);
  if (room.isFrozen === on) return stateOfProjector(desk);
  if (on) {
    refresh(desk, room);
    room.view = stopped(room.view);
    room.frozenIn = shownLanguages(desk);
  }
  room.isFrozen = on;
  if (!on) {
    // A table is made anew where the languages have changed meanwhile; otherwise it stays the picture it is.
    if (shownLanguages(desk).join() !== room.frozenIn.join()) room.of = null;
    refresh(desk, room);
  }
  return told(desk);
}

export function blank(desk: Desk, on: boolean): ProjectorState {
  const room = roomOf(desk);
  if (room.isBlank === on) return stateOfProjector(desk);
  room.isBlank = on;
  if (!on && !room.isFrozen) refresh(desk, room);
  return told(desk);
}

export function setLanguages(desk: Desk, input: Parsed<'projector.languages'>): ProjectorState {
  dossierOf(desk, input.dossier);
  const room = roomOf(desk);
  const before = room.languages;
  room.languages = { dossier: input.dossier, pair: [...new Set(input.languages)] };
  const view = room.chosen && viewOf(desk, room.chosen);
  if (room.chosen && !view) {
    room.languages = before;
    throw new Refusal('projector.not-for-the-room');
  }
  if (!room.isFrozen) place(room, room.chosen, view ?? NOTHING);
  return told(desk);
}

/** What follows the floor: everything but a table, which is a picture of the moment it was pushed. */
export function follow(desk: Desk): void {
  watchFloor(desk, (dossier, session) => {
    const room = roomOf(desk);
    const of = room.of;
    if (!of || of.dossier !== dossier || (of.session !== session && session !== EVERY_SESSION)) return;
    const before = JSON.stringify(room.view);
    refreshOrClear(desk, room);
    if (JSON.stringify(room.view) !== before && !room.isBlank) told(desk);
  });
}

/** What cannot be read any more is shown no longer; the act that moved the floor is done all the same. */
function refreshOrClear(desk: Desk, room: Room): void {
  try {
    if (!room.isFrozen) refresh(desk, room);
    else if (room.of) room.view = conceal(room.view, levelOf(desk, room.of.dossier, room.of.session));
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown;
    place(room, null, NOTHING);
  }
}

/** Makes the view of what is chosen anew; nothing where it may not be shown any more. */
function refresh(desk: Desk, room: Room): void {
  if (room.chosen && room.chosen === room.of && room.chosen.request.kind === 'table') return;
  place(room, room.chosen, (room.chosen && viewOf(desk, room.chosen)) ?? NOTHING);
}

function place(room: Room, of: Chosen | null, view: RoomView): void {
  room.of = of;
  room.view = view;
}

function viewOf(desk: Desk, { dossier, session, request, clause }: Chosen): RoomView | null {
  return roomView(request, factsOf(desk, dossier, session, languagesOf(desk, dossier), clause));
}

/** The clause that is asked for; that of the read-back in course where none is. */
function clauseOf(
  desk: Desk,
  { dossier, request }: Parsed<'projector.show'>,
  session: string,
): string | null {
  if (request.kind === 'clause') return request.clause;
  if (request.kind !== 'table' || request.table !== 'positions') return null;
  const clause = request.clause ?? openReadBack(dossierOf(desk, dossier), session)?.clause;
  if (!clause) throw new Refusal('input.invalid', { path: 'request.clause' });
  return clause;
}

/** A clock that is frozen stands still. */
const stopped = (view: RoomView): RoomView =>
  view.kind === 'speaker' && view.clock ? { ...view, clock: { ...view.clock, isRunning: false } } : view;

/** The next picture, told to every page of the room and to every window. */
function told(desk: Desk): ProjectorState {
  roomOf(desk).revision += 1;
  const state = stateOfProjector(desk);
  desk.emit({ type: 'room.shown', shown: state.shown });
  return state;
}

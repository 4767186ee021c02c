import { type Shifts, type Span, shiftAt } from './shifts.ts';
import { wallOf } from './zoned-time.ts';

/** Somebody of a team whose work may have to go on without them. */
export interface Colleague {
  id: string;
  name: string;
  hours: Shifts | null;
  /** Whether they can take work at all; false when out of office. */
  available: boolean;
}

/** Somebody who is leaving, or has left, until they are back. */
export interface Leave {
  agent: Colleague;
  /** End of the shift under way; null when they have gone. Milliseconds since the epoch, as all instants here. */
  endsAt: number | null;
  /** Start of their next shift; null when none is known. */
  backAt: number | null;
}

/** Who could go on with the work, and when. */
export interface Relief {
  id: string;
  name: string;
  from: number;
  /** Null: open-ended. */
  until: number | null;
}

const minuteMs = 60_000;

/** The leave of somebody whose shift ends within `minutes`, or is over; null for who stays or always works. */
export function leaveOf(agent: Colleague, nowMs: number, minutes: number): Leave | null {
  if (agent.hours === null) return null;
  const { present, next } = shiftAt(agent.hours, nowMs);
  if (present !== null && present.to - nowMs > minutes * minuteMs) return null;
  return { agent, endsAt: present?.to ?? null, backAt: next?.from ?? null };
}

/** Whether a case with this risk has to go on while they are away. */
export function cannotWait(riskMs: number, { backAt }: Leave): boolean {
  return riskMs !== Number.POSITIVE_INFINITY && riskMs < (backAt ?? Number.POSITIVE_INFINITY);
}

/** Colleagues who work after the leave begins: those at work then, else those who begin next, before the other is back. */
export function reliefFor(leave: Leave, team: readonly Colleague[], nowMs: number): Relief[] {
  const begins = leave.endsAt ?? nowMs;
  const others = team.filter(({ id, available }) => available && id !== leave.agent.id);
  const next = others.map((one) => ({ one, span: firstSpan(one, begins) })).filter(({ span }) => span !== null);
  const reliefs = next.map(({ one, span }) => reliefOf(one, span as Span));
  const there = reliefs.filter(({ from }) => from <= begins);
  if (there.length > 0) return there;
  const earliest = Math.min(...reliefs.map(({ from }) => from));
  const late = leave.backAt !== null && earliest >= leave.backAt;
  return late ? [] : reliefs.filter(({ from }) => from === earliest);
}

const always: Span = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

function firstSpan({ hours }: Colleague, atMs: number): Span | null {
  if (hours === null) return always;
  const { present, next } = shiftAt(hours, atMs);
  return present ?? next;
}

function reliefOf({ id, name }: Colleague, { from, to }: Span): Relief {
  return { id, name, from: Math.max(from, 0), until: to === Number.POSITIVE_INFINITY ? null : to };
}

/** The sentence for the history and the card. Times are those of whoever leaves. */
export function offerSentence(
  { agent, endsAt, backAt }: Leave,
  riskMs: number,
  nowMs: number,
  relief: Relief[],
): string {
  const zone = agent.hours?.timezone ?? 'UTC';
  const time = (ms: number) => clockTime(ms, zone);
  const gone = endsAt === null ? `${agent.name} has gone` : `${agent.name} leaves at ${time(endsAt)}`;
  const risk = riskMs <= nowMs ? 'it is at risk already' : `it is at risk from ${time(riskMs)}`;
  const back = backAt === null ? 'with no shift planned' : `back ${time(backAt)}`;
  const whom =
    relief.length === 0 ? 'nobody of the team is on next' : `next on: ${relief.map(({ name }) => name).join(', ')}`;
  return `Offered to the next shift: ${gone}, ${back}, and ${risk}; ${whom}.`;
}

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

function clockTime(ms: number, zone: string): string {
  const wall = new Date(wallOf(ms, zone));
  return `${days[wall.getUTCDay()]} ${wall.toISOString().slice(11, 16)}`;
}

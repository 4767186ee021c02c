import { isFailure } from '../../domain/failure.ts';
import type { Presence, PresenceState } from '../../ports/presence.ts';
import type { Clock, Log } from '../../ports/system.ts';
import { createGraphCaller } from './graph-caller.ts';

export interface PresenceOptions {
  baseUrl: string;
  token: () => Promise<string>;
  clock: Clock;
  log: Log;
}

/** As many people as Graph tells of at once. */
const mostAtOnce = 650;
const freshMs = 60_000;
/** Without the right there is no use in asking often. */
const pauseMs = 15 * 60_000;
const timeoutMs = 10_000;

/**
 * Presence from Teams and Outlook (`POST /communications/getPresencesByUserId`, which needs Presence.Read.All), asked once a
 * minute at most. Without the right, or while Graph does not answer, nobody's presence is known.
 */
export function createGraphPresence({ baseUrl, token, clock, log }: PresenceOptions): Presence {
  const caller = createGraphCaller({
    baseUrl,
    token,
    log,
    maxConcurrentPerMailbox: 1,
    timeoutMs,
    maxRetries: 1,
    longestWaitSeconds: 5,
  });
  let known = new Map<string, PresenceState>();
  let askAgainMs = 0;

  async function ask(ids: string[]): Promise<Map<string, PresenceState>> {
    const states = new Map<string, PresenceState>();
    for (let from = 0; from < ids.length; from += mostAtOnce) {
      const body = { ids: ids.slice(from, from + mostAtOnce) };
      const path = '/communications/getPresencesByUserId';
      for (const [id, state] of read(await caller.json({ method: 'POST', mailbox: '', path, body })))
        states.set(id, state);
    }
    return states;
  }

  return {
    async of(ids) {
      const asked = ids.filter((id) => entraId.test(id));
      if (asked.length === 0 || clock.nowMs() < askAgainMs) return known;
      askAgainMs = clock.nowMs() + freshMs;
      try {
        known = await ask(asked);
      } catch (error) {
        if (!isFailure(error)) throw error;
        known = new Map();
        if (error.code === 'forbidden') askAgainMs = clock.nowMs() + pauseMs;
        log.debug('presence is not known', { code: error.code });
      }
      return known;
    },
  };
}

const entraId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function read(answer: unknown): [string, PresenceState][] {
  const { value } = Object(answer) as { value?: unknown };
  if (!Array.isArray(value)) return [];
  return value.map((one) => {
    const { id, availability, outOfOfficeSettings } = Object(one) as Record<string, unknown>;
    const away = (Object(outOfOfficeSettings) as { isOutOfOffice?: unknown }).isOutOfOffice === true;
    return [String(id), away ? 'out_of_office' : stateOf(String(availability))];
  });
}

function stateOf(availability: string): PresenceState {
  if (/^Available/.test(availability)) return 'available';
  if (/^(?:Busy|DoNotDisturb)/.test(availability)) return 'busy';
  return /^(?:Away|BeRightBack|Offline)/.test(availability) ? 'away' : 'unknown';
}

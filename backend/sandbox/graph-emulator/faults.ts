import * as z from 'zod';
import { seededRandom } from './random.ts';

const share = z.number().min(0).max(1);

/** Shares are between 0 and 1 of all requests, or of all notifications. */
export const faultSettings = z.object({
  /** Where the row of random numbers begins; setting it begins the row anew. */
  seed: z.number().int(),
  notifications: z.object({
    drop: share,
    duplicate: share,
    reorder: share,
    delay: share,
    delayMs: z.number().min(0),
  }),
  requests: z.object({
    throttle: share,
    retryAfterSeconds: z.number().min(0),
    unavailable: share,
    gatewayTimeout: share,
    serverError: share,
    /** Carried out, then the connection is cut without an answer. */
    cutAfterSuccess: share,
    /** Carried out, then no answer for `hangMs`. */
    hangAfterSuccess: share,
    hangMs: z.number().min(0),
    /** Added to every answer. */
    latencyMs: z.number().min(0),
  }),
  /** What Exchange does with mail that is sent. */
  sending: z.object({
    /** Gives every sent mail a Message-ID of its own. */
    newMessageIds: z.boolean(),
    /** Takes these headers off, compared without case. */
    withoutHeaders: z.array(z.string()),
    /** Refuses mail to any of these addresses. */
    refusedRecipients: z.array(z.string()),
  }),
});
export type FaultSettings = z.infer<typeof faultSettings>;

export interface FaultChanges {
  seed?: number;
  notifications?: Partial<FaultSettings['notifications']>;
  requests?: Partial<FaultSettings['requests']>;
  sending?: Partial<FaultSettings['sending']>;
}

/** What is done to a request; `carry-out` stands for none. */
export type RequestFate =
  | 'carry-out'
  | 'throttle'
  | 'unavailable'
  | 'gateway-timeout'
  | 'server-error'
  | 'cut'
  | 'hang';

export interface FaultControl {
  settings(): FaultSettings;
  set(changes: FaultChanges): void;
  /** No faults any more. */
  reset(): void;
  /** Everything fails for `ms`: answered with 503, or the connection is closed at once. */
  downFor(ms: number, how?: 'answer' | 'refuse'): void;
  /** Every delta token handed out until now is answered with 410 from now on. */
  loseDeltaTokens(): void;
  /** Ends all subscriptions as Graph does when they expire or are removed, telling the subscriber or not. */
  endSubscriptions(options: { notice: boolean }): void;
  /** Tells every subscriber that it must renew, or that notifications were lost. */
  lifecycle(event: 'reauthorizationRequired' | 'missed'): void;
}

export interface FaultDice {
  requestFate(): RequestFate;
  /** Undefined while the emulator is up. */
  downNow(): 'answer' | 'refuse' | undefined;
  chance(share: number): boolean;
  /** Between 0 and 1. */
  random(): number;
}

const none: FaultSettings = {
  seed: 1,
  notifications: { drop: 0, duplicate: 0, reorder: 0, delay: 0, delayMs: 1000 },
  requests: {
    throttle: 0,
    retryAfterSeconds: 1,
    unavailable: 0,
    gatewayTimeout: 0,
    serverError: 0,
    cutAfterSuccess: 0,
    hangAfterSuccess: 0,
    hangMs: 60_000,
    latencyMs: 0,
  },
  sending: { newMessageIds: false, withoutHeaders: [], refusedRecipients: [] },
};

export interface FaultActions {
  loseDeltaTokens(): void;
  endSubscriptions(notice: boolean): void;
  lifecycle(event: 'reauthorizationRequired' | 'missed'): void;
}

export function createFaults(actions: FaultActions): { control: FaultControl; dice: FaultDice } {
  let settings = structuredClone(none);
  let random = seededRandom(settings.seed);
  let down: { until: number; how: 'answer' | 'refuse' } = { until: 0, how: 'answer' };

  function set(changes: FaultChanges): void {
    settings = faultSettings.parse({
      seed: changes.seed ?? settings.seed,
      notifications: { ...settings.notifications, ...changes.notifications },
      requests: { ...settings.requests, ...changes.requests },
      sending: { ...settings.sending, ...changes.sending },
    });
    if (changes.seed !== undefined) random = seededRandom(changes.seed);
  }

  function reset(): void {
    settings = structuredClone(none);
    random = seededRandom(settings.seed);
    down = { until: 0, how: 'answer' };
  }

  function requestFate(): RequestFate {
    const { throttle, unavailable, gatewayTimeout, serverError, cutAfterSuccess, hangAfterSuccess } = settings.requests;
    const shares: [RequestFate, number][] = [
      ['throttle', throttle],
      ['unavailable', unavailable],
      ['gateway-timeout', gatewayTimeout],
      ['server-error', serverError],
      ['cut', cutAfterSuccess],
      ['hang', hangAfterSuccess],
    ];
    let rest = random();
    for (const [fate, part] of shares) {
      if (rest < part) return fate;
      rest -= part;
    }
    return 'carry-out';
  }

  return {
    control: {
      settings: () => structuredClone(settings),
      set,
      reset,
      downFor: (ms, how = 'answer') => {
        // The time that passes outside, not the emulator's own clock, which tests may hold still.
        down = { until: Date.now() + ms, how };
      },
      loseDeltaTokens: actions.loseDeltaTokens,
      endSubscriptions: ({ notice }) => actions.endSubscriptions(notice),
      lifecycle: actions.lifecycle,
    },
    dice: {
      requestFate,
      downNow: () => (Date.now() < down.until ? down.how : undefined),
      chance: (part) => part > 0 && random() < part,
      random: () => random(),
    },
  };
}

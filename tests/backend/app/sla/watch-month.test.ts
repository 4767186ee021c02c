import assert from 'node:assert/strict';
import { cryptoIds } from '../../../../backend/adapters/system/ids.ts';
import { hasWork, watchClocks } from '../../../../backend/app/sla/watch-clocks.ts';
import type { CaseMessage } from '../../../../backend/domain/case/case.ts';
import { openCase } from '../../../../backend/domain/case/open.ts';
import { type SlaPolicy, standardPolicy } from '../../../../backend/domain/sla/policy.ts';
import type { CaseStatus, Priority } from '../../../../backend/domain/vocabulary.ts';
import { createDice, type Dice } from '../../../../backend/seed/dice.ts';
import { aMessage, anEvent } from '../../../builders/stored.ts';
import { MemoryTables } from '../../../fakes/memory-tables.ts';
import { TestClock } from '../../../fakes/test-clock.ts';
import { type SlaWorld, slaWorld } from '../../../support/sla-world.ts';

const minuteMs = 60_000;
const begin = Date.parse('2026-11-02T00:00:00.000Z') / minuteMs;
const days = 30;

/** Minutes by priority: first answer, next answer, resolution. */
const targets: Record<Priority, [number, number, number]> = {
  critical: [15, 10, 60],
  urgent: [30, 20, 180],
  high: [60, 30, 240],
  medium: [240, 120, 1_440],
  low: [480, 240, 4_320],
};
const policy: SlaPolicy = {
  ...standardPolicy,
  calendar: 'office',
  targets: Object.fromEntries(
    Object.entries(targets).map(([key, [firstResponse, nextResponse, resolution]]) => [
      key,
      { firstResponse, nextResponse, resolution },
    ]),
  ),
  escalation: [
    { id: 'late', clock: 'resolution', minutesAfterDue: 60, actions: [{ do: 'notify', who: 'managers' }] },
    { id: 'soon', clock: 'nextResponse', minutesAfterDue: -5, actions: [{ do: 'notify', who: 'team' }] },
  ],
};
const weekday = [['09:00', '17:00']];
const office = {
  id: 'office',
  name: 'Office',
  tz: 'UTC',
  hours: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday },
};

/** Levels of each clock as minutes used, for the count by hand. */
function levelsOf(priority: Priority): Record<string, [level: string, used: number][]> {
  const [first, next, resolution] = targets[priority];
  const usual = (target: number): [string, number][] => [
    ['at_risk', target * 0.8],
    ['breached', target],
  ];
  return {
    firstResponse: usual(first),
    nextResponse: [...usual(next), ['soon', Math.max(0, next - 5)]],
    resolution: [...usual(resolution), ['late', resolution + 60]],
  };
}

type Act = { minute: number } & (
  | { kind: 'customer' | 'reply' }
  | { kind: 'status'; status: CaseStatus }
  | { kind: 'priority'; priority: Priority }
);

interface Life {
  id: string;
  openedAt: number;
  priority: Priority;
  acts: Act[];
}

function makeUp(dice: Dice): Life {
  const openedAt = begin + dice.below((days - 2) * 1_440);
  const id = cryptoIds.derived('life', String(dice.next()));
  const acts: Act[] = [];
  let minute = openedAt;
  for (let n = dice.below(7); n > 0; n--) {
    minute += 1 + dice.below(900);
    const priority = dice.pick<Priority>(['critical', 'urgent', 'high', 'medium', 'low']);
    const status = dice.pick<CaseStatus>([
      'awaiting_customer',
      'in_progress',
      'resolved',
      'in_progress',
      'awaiting_vendor',
    ]);
    acts.push(
      dice.pick<Act>([
        { minute, kind: 'customer' },
        { minute, kind: 'reply' },
        { minute, kind: 'status', status },
        { minute, kind: 'priority', priority },
        { minute, kind: 'customer' },
      ]),
    );
  }
  if (dice.chance(0.9)) acts.push({ minute: minute + 1 + dice.below(2_000), kind: 'status', status: 'resolved' });
  return { id, openedAt, priority: dice.pick(['medium', 'critical', 'urgent', 'high', 'low']), acts };
}

/** A clock counted by hand: the minutes that counted, and when each level was told. */
interface Counter {
  clock: string;
  counted: number[];
  newest: Record<string, number>;
}

/** What must be told, found by walking through every minute with nothing but counters: `clock|level|minute`. */
function countByHand({ openedAt, priority, acts }: Life, end: number): string[] {
  const told: string[] = [];
  let [levels, status, next] = [levelsOf(priority), 'new' as CaseStatus, 0];
  const first: Counter = { clock: 'firstResponse', counted: [], newest: {} };
  const resolution: Counter = { clock: 'resolution', counted: [], newest: {} };
  let wait: Counter | null = null;
  let answered = false;
  for (let minute = openedAt; minute < end; minute++) {
    if (isRunning(status)) {
      if (!answered) look(first, levels, minute, told);
      look(resolution, levels, minute, told);
      if (wait !== null) look(wait, levels, minute, told);
    } else if (next === acts.length) break;
    for (let act = acts[next]; act?.minute === minute; act = acts[++next]) {
      if (act.kind === 'status') status = act.status;
      if (act.kind === 'priority') levels = levelsOf(act.priority);
      if (act.kind === 'reply') [answered, wait] = [true, null];
      if (act.kind === 'customer' && answered) wait ??= { clock: 'nextResponse', counted: [], newest: {} };
    }
    if (!isRunning(status) || !isOfficeMinute(minute)) continue;
    first.counted.push(minute);
    resolution.counted.push(minute);
    wait?.counted.push(minute);
  }
  return told.sort();
}

function look(counter: Counter, levels: ReturnType<typeof levelsOf>, minute: number, told: string[]): void {
  for (const [level, used] of levels[counter.clock] ?? []) {
    if (counter.counted.length < used) continue;
    const at = used === 0 ? minute : (counter.counted[used - 1] ?? 0) + 1;
    if (at <= (counter.newest[level] ?? -1)) continue;
    counter.newest[level] = at;
    told.push(`${counter.clock}|${level}|${at}`);
  }
}

function isRunning(status: CaseStatus): boolean {
  return status === 'new' || status === 'in_progress';
}

/** 2 November 2026 is a Monday. */
function isOfficeMinute(minute: number): boolean {
  const day = Math.floor((minute - begin) / 1_440) % 7;
  const time = minute % 1_440;
  return day < 5 && time >= 9 * 60 && time < 17 * 60;
}

/** A month of a support team whose process may die at any moment. */
class Month {
  readonly clock = new TestClock(new Date(begin * minuteMs).toISOString());
  readonly #tables = new MemoryTables();
  worlds: SlaWorld[] = [];
  readonly #follow: boolean;

  /** @param follow whether processes follow the log, as replicas must; slow over tables in memory */
  constructor(follow: boolean) {
    this.#follow = follow;
  }

  async start(replicas: number): Promise<void> {
    const first = await slaWorld(this.#tables, this.clock, this.#follow);
    await first.settings.write('calendars', { calendars: [office] }, '0');
    await first.settings.write('sla-policies', { policies: [policy] }, '0');
    first.die();
    await this.restart(replicas);
  }

  /** Everything in memory is lost, and read again from the tables. */
  async restart(replicas = this.worlds.length): Promise<void> {
    for (const world of this.worlds) world.die();
    this.worlds = [];
    for (let i = 0; i < replicas; i++) this.worlds.push(await slaWorld(this.#tables, this.clock, this.#follow));
  }

  get #one(): SlaWorld {
    const [world] = this.worlds;
    if (world === undefined) throw new Error('Nobody runs.');
    return world;
  }

  nextAt(): number {
    return Math.min(...this.worlds.map(({ watch }) => watch.due.nextAt()));
  }

  async look(): Promise<void> {
    await Promise.all(this.worlds.map(({ watch }) => (hasWork(watch) ? watchClocks(watch) : undefined)));
    if (this.#follow) await this.catchUp();
  }

  async catchUp(): Promise<void> {
    await Promise.all(this.worlds.map((world) => world.catchUp()));
  }

  /** Where nobody follows the log, the one process is told what it has written. */
  async learn(id: string): Promise<void> {
    if (this.#follow) return this.catchUp();
    const stored = await this.#one.store.get(id);
    if (stored !== undefined) this.#one.watch.due.put(stored.value);
  }

  /** Dies in the middle: the process is gone after so many commits, wherever it was. */
  async lookAndDie(commits: number): Promise<void> {
    const { watch } = this.#one;
    let left = commits;
    const store = Object.create(watch.store) as typeof watch.store;
    store.get = (id) => watch.store.get(id);
    store.transact = (route, opId, story) => {
      if (left-- <= 0) return new Promise(() => {});
      return watch.store.transact(route, opId, story);
    };
    void watchClocks({ ...watch, store });
    await new Promise((resolve) => setTimeout(resolve, 5));
    await this.restart();
  }

  async open({ id, priority }: Life): Promise<void> {
    const at = this.clock.now();
    const customer = { email: 'nadia.haddad@example.com', name: 'Nadia Haddad' };
    const number = `HC-${Number.parseInt(id.slice(0, 6), 16)}`;
    const opened = openCase({
      id,
      number,
      subject: 'x',
      customer,
      participants: [customer],
      mailbox: null,
      source: 'mail',
      linked: [],
      at,
      priority,
    });
    await this.#one.store.transact(id, `open|${id}`, async (tx) => {
      tx.putCase(opened);
      tx.record(anEvent(id, { kind: 'case.opened', at }));
    });
  }

  async act(id: string, act: Act): Promise<void> {
    const at = this.clock.now();
    await this.#one.store.transact(id, `act|${id}|${at}`, async (tx) => {
      const found = await tx.case(id);
      if (found === undefined) throw new Error('The case is gone.');
      const value = { ...found.value, updatedAt: at };
      if (act.kind === 'status') value.status = act.status;
      if (act.kind === 'priority') value.priority = act.priority;
      tx.putCase(value);
      if (act.kind === 'customer' || act.kind === 'reply') tx.addMessage(messageOf(id, act.kind, at));
      const changes = act.kind === 'status' ? [{ field: 'status', from: found.value.status, to: act.status }] : [];
      tx.record(anEvent(id, { at, changes }));
    });
  }

  async told(id: string): Promise<{ what: string; lateMs: number }[]> {
    return (await this.#one.store.history(id)).flatMap(({ at, sla }) => {
      if (sla?.alert === undefined) return [];
      const due = Date.parse(sla.alert.at);
      const what = `${sla.alert.clock}|${sla.alert.level}|${due / minuteMs}`;
      return [{ what, lateMs: Date.parse(at) - due }];
    });
  }
}

function messageOf(caseId: string, kind: 'customer' | 'reply', at: string): CaseMessage {
  const direction = kind === 'reply' ? ('outbound' as const) : ('inbound' as const);
  return aMessage(caseId, { id: cryptoIds.derived(caseId, at), at, direction });
}

/**
 * Lives the lives, minute by minute where anything happens; a level is looked for a random moment after it is due, but
 * before whatever people do next. Answers how late each was told that nothing had moved meanwhile.
 */
async function live(month: Month, lives: Life[], dice: Dice, deaths: number): Promise<void> {
  const acts = lives
    .flatMap((life) => [
      { minute: life.openedAt, life, act: null as Act | null },
      ...life.acts.map((act) => ({ minute: act.minute, life, act })),
    ])
    .sort((a, b) => a.minute - b.minute);
  const end = (begin + days * 1_440) * minuteMs;
  const killAt = new Set(Array.from({ length: deaths }, () => dice.below(acts.length)));
  const runUntil = async (until: number, kill: boolean) => {
    for (let next = month.nextAt(); next <= until; next = month.nextAt()) {
      const room = Math.max(0, Math.min(9_000, until - next - 1));
      month.clock.set(new Date(Math.max(month.clock.nowMs(), next + dice.below(room + 1))).toISOString());
      if (kill) await month.lookAndDie(dice.below(3));
      await month.look();
      kill = false;
    }
  };
  for (const [i, { minute, life, act }] of acts.entries()) {
    if (minute * minuteMs >= end) break;
    await runUntil(minute * minuteMs, killAt.has(i));
    month.clock.set(new Date(minute * minuteMs).toISOString());
    if (act === null) await month.open(life);
    else await month.act(life.id, act);
    await month.learn(life.id);
  }
  await runUntil(end - 1, false);
}

async function check(month: Month, lives: Life[]): Promise<number> {
  const end = begin + days * 1_440;
  let count = 0;
  for (const life of lives) {
    const told = await month.told(life.id);
    assert.deepEqual(told.map(({ what }) => what).sort(), countByHand(life, end), JSON.stringify(life));
    const moved = new Set(life.acts.map(({ minute }) => minute));
    for (const { what, lateMs } of told) {
      // A level that a change brought into the past is told with the change.
      const since = [...moved].filter((minute) => minute * minuteMs <= lateMs + Number(what.split('|')[2]) * minuteMs);
      const latest = Math.max(Number(what.split('|')[2]), ...since) * minuteMs;
      assert.ok(Number(what.split('|')[2]) * minuteMs + lateMs - latest <= 10_000, what);
    }
    count += told.length;
  }
  return count;
}

describe('The watch over a month', function () {
  this.timeout(600_000);

  it('tells of every level of 5,000 cases once and in time, through twenty deaths', async () => {
    const dice = createDice(30);
    const lives = Array.from({ length: 5_000 }, () => makeUp(dice));
    const month = new Month(false);
    await month.start(1);
    await live(month, lives, dice, 20);
    const told = await check(month, lives);
    assert.ok(told > 5_000, String(told));
  });

  it('tells once when two replicas watch', async () => {
    const dice = createDice(2);
    const lives = Array.from({ length: 60 }, () => makeUp(dice));
    const month = new Month(true);
    await month.start(2);
    await live(month, lives, dice, 3);
    await check(month, lives);
  });
});

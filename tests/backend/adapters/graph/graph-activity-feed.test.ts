import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  type ActivityFeedOptions,
  activityTypeOf,
  createGraphActivityFeed,
} from '../../../../backend/adapters/graph/graph-activity-feed.ts';
import { isFailure } from '../../../../backend/domain/failure.ts';
import { noticeKinds } from '../../../../backend/domain/vocabulary.ts';
import type { Activity, ActivityFeed } from '../../../../backend/ports/activity-feed.ts';
import { type GraphEmulator, startGraphEmulator } from '../../../../backend/sandbox/graph-emulator/emulator.ts';
import { TestClock } from '../../../fakes/test-clock.ts';
import { TestLog } from '../../../fakes/test-log.ts';

const ana = '00000000-0000-0000-0000-00000000000a';
const manifest = JSON.parse(
  readFileSync(new URL('../../../../manifests/teams/manifest.json', import.meta.url), 'utf8'),
);
const route = 'POST /users/{user}/teamwork/sendActivityNotification';

function anActivity(changes: Partial<Activity> = {}): Activity {
  const about = { number: 'HC-1001', subject: 'Water is coming through the ceiling' };
  return { key: 'k1', of: 'mentioned', agentId: ana, text: 'Tom mentions you on HC-1001: look', about, ...changes };
}

describe('The activity feed of Teams', () => {
  let emulator: GraphEmulator;
  let feed: ActivityFeed;
  const clock = new TestClock();
  const feedWith = (options: Partial<ActivityFeedOptions> = {}) =>
    createGraphActivityFeed({
      baseUrl: emulator.url,
      token: async () => emulator.token,
      appId: 'app-id',
      publicUrl: 'https://desk.example',
      clock,
      log: new TestLog(),
      ...options,
    });
  before(async () => {
    emulator = await startGraphEmulator({ mailboxes: [] });
  });
  beforeEach(() => {
    emulator.reset();
    feed = feedWith();
  });
  after(() => emulator.close());

  async function refused(activity = anActivity()) {
    const failure = await feed.tell(activity).then(
      () => assert.fail('it was told'),
      (error: unknown) => error,
    );
    assert.ok(isFailure(failure));
    return failure;
  }

  it('gets a line that says what it is about and opens the case on the tab', async () => {
    assert.equal(await feed.tell(anActivity()), true);
    const [shown, ...others] = emulator.activities.shown(ana);
    assert.deepEqual(others, []);
    const { topic, chainId, ...rest } = shown ?? assert.fail();
    assert.deepEqual(rest, {
      activityType: 'mentioned',
      previewText: { content: 'Tom mentions you on HC-1001: look' },
      templateParameters: [{ name: 'case', value: 'HC-1001' }],
    });
    assert.equal(topic.value, 'HC-1001 Water is coming through the ceiling');
    const link = new URL(topic.webUrl);
    assert.equal(
      link.origin + link.pathname,
      `https://teams.microsoft.com/l/entity/app-id/${manifest.staticTabs[0].entityId}`,
    );
    assert.equal(link.searchParams.get('webUrl'), 'https://desk.example/tab/?case=HC-1001');
    assert.deepEqual(JSON.parse(link.searchParams.get('context') ?? ''), { subEntityId: 'HC-1001' });
    assert.ok(Number.isSafeInteger(chainId));
  });

  it('shows the same fact once, however often it is told, and another beside it', async () => {
    await feed.tell(anActivity());
    await feedWith().tell(anActivity());
    await feed.tell(anActivity({ key: 'k2' }));
    assert.equal(emulator.stats.requests[route], 3);
    assert.equal(emulator.activities.shown(ana).length, 2);
  });

  it('takes long and hostile words as one line of what Graph allows', async () => {
    const text = `${'x'.repeat(148)}😀😀 \n and more`;
    const about = { number: 'HC-1', subject: `a\r\nb ${'y'.repeat(400)}` };
    await feed.tell(anActivity({ text, about }));
    const [shown] = emulator.activities.shown(ana);
    assert.equal(shown?.previewText.content, `${'x'.repeat(148)}…`);
    assert.equal(shown?.topic.value.length, 100);
    assert.match(shown?.topic.value ?? '', /^HC-1 a b y+…$/);
  });

  it('says no where the person has no app, the right is missing, or nobody has that id', async () => {
    emulator.activities.uninstall(ana);
    assert.equal(await feed.tell(anActivity()), false);
    assert.equal(await feed.tell(anActivity({ agentId: '..' })), false);
    feed = feedWith({ token: async () => 'of another' });
    assert.equal(await feed.tell(anActivity({ agentId: 'tom' })), false);
    assert.deepEqual(emulator.activities.shown('tom'), []);
  });

  it('waits as long as Graph says before anything else is asked', async () => {
    emulator.faults.set({ requests: { throttle: 1, retryAfterSeconds: 40 } });
    const first = await refused();
    assert.deepEqual([first.code, first.retryAfterSeconds], ['throttled', 40]);
    emulator.faults.reset();
    clock.advance(10_000);
    const second = await refused(anActivity({ key: 'k2' }));
    assert.deepEqual([second.code, second.retryAfterSeconds], ['throttled', 30]);
    assert.deepEqual(emulator.stats.requests, {});
    clock.advance(30_000);
    assert.equal(await feed.tell(anActivity()), true);
  });

  it('is asked once where Graph breaks, and what Graph took without saying so shows once when it is told again', async () => {
    emulator.faults.set({ requests: { serverError: 1 } });
    assert.equal((await refused()).code, 'unavailable');
    emulator.faults.reset();
    emulator.faults.set({ requests: { cutAfterSuccess: 1 } });
    assert.equal((await refused()).code, 'unavailable');
    emulator.faults.reset();
    assert.equal(await feed.tell(anActivity()), true);
    assert.deepEqual([emulator.stats.requests[route], emulator.activities.shown(ana).length], [2, 1]);
  });

  it('has a kind of line in the app manifest for every kind of notice, with the case and no other word to fill in', () => {
    const types: { type: string; templateText: string }[] = manifest.activities.activityTypes;
    assert.deepEqual(
      types.map(({ type }) => type),
      noticeKinds.map(activityTypeOf),
    );
    for (const { templateText } of types)
      assert.deepEqual(templateText.match(/\{\w+\}/g)?.sort(), ['{actor}', '{case}'], templateText);
    const rights: { name: string; type: string }[] = manifest.authorization.permissions.resourceSpecific;
    assert.equal(rights.find(({ name }) => name === 'TeamsActivity.Send.User')?.type, 'Application');
  });
});

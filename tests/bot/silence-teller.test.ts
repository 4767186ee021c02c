import assert from 'node:assert/strict';
import { Failure } from '../../backend/domain/failure.ts';
import { createSilenceTeller } from '../../bot/delivery/silence-teller.ts';
import { MemoryConversations } from '../fakes/memory-conversations.ts';
import { TestClock } from '../fakes/test-clock.ts';
import { TestLog } from '../fakes/test-log.ts';

const silence = {
  mailbox: 'support@contoso.example',
  since: '2026-11-24T12:00:00.000Z',
  why: 'No answer.',
  toldAt: null,
};

function teller(post: (id: string) => void, ...ids: string[]) {
  const conversations = new MemoryConversations();
  for (const id of ids) {
    void conversations.put({
      id,
      scope: id.startsWith('chat') ? 'personal' : 'channel',
      team: null,
      agentId: null,
      reference: {},
    });
  }
  return createSilenceTeller({
    conversations,
    sender: {
      async post({ id }, card) {
        post(`${id}: ${card.fallbackText}`);
        return 'activity';
      },
      update: async () => {},
      remove: async () => {},
    },
    clock: new TestClock(),
    log: new TestLog(),
    publicUrl: 'https://desk.contoso.example',
  });
}

describe('Telling Teams of a silent mailbox', () => {
  it('posts to every channel, and to no chat', async () => {
    const posts: string[] = [];
    const told = teller((text) => posts.push(text), 'channel-1', 'channel-2', 'chat-1');
    assert.equal(await told.fellSilent(silence), true);
    assert.equal(posts.length, 2);
    assert.match(posts[0] ?? '', /Nothing has been heard of support@contoso.example since 2026-11-24T12:00:00.000Z/);
    await told.speaksAgain(silence);
    assert.match(posts[3] ?? '', /is heard again/);
  });

  it('tells of a mail loop, with where to see the mails, and of its end', async () => {
    const posts: string[] = [];
    const told = teller((text) => posts.push(text), 'channel-1');
    const loop = { mailbox: 'support@contoso.example', since: '2026-11-24T12:00:00.000Z', held: 3, toldAt: null };
    assert.equal(await told.goesInCircle(loop), true);
    assert.match(posts[0] ?? '', /goes round in a circle. 3 mails held back/);
    await told.loopEnded(loop);
    assert.match(posts[1] ?? '', /No more mail/);
  });

  it('counts as told when one channel could be reached, and says so when there is none', async () => {
    const refuse = (text: string) => {
      if (text.startsWith('channel-1')) throw new Failure('unavailable', 'Teams does not answer.');
    };
    assert.equal(await teller(refuse, 'channel-1', 'channel-2').fellSilent(silence), true);
    await assert.rejects(teller(refuse, 'channel-1').fellSilent(silence), /Teams does not answer/);
    assert.equal(await teller(refuse).fellSilent(silence), false);
  });
});

import assert from 'node:assert/strict';
import { followLog } from '../../../../backend/app/announce/follow-log.ts';
import { aMail } from '../../../builders/mail.ts';
import { aRule } from '../../../builders/rule.ts';
import { MemoryConversations } from '../../../fakes/memory-conversations.ts';
import { silentLog } from '../../../fakes/test-log.ts';
import { workflowWorld } from '../../../support/workflow-world.ts';

describe('The fate of a mail', () => {
  it('says when rules had worked on its case and when Teams was told, once each', async () => {
    const world = await workflowWorld();
    await world.setRules(aRule({ do: [{ kind: 'add_tags', tags: ['new'] }] }));
    await world.arrive(aMail());
    await world.settle();
    world.clock.advance(5_000);
    const deps = {
      store: world.store,
      announcer: { announce: async () => {} },
      conversations: new MemoryConversations(),
      clock: world.clock,
      log: silentLog,
    };
    assert.equal(await followLog(deps), null);
    const [fate] = await world.fates();
    const { recorded = 0, routed = -1, announced = -1 } = fate?.steps ?? {};
    assert.ok(routed >= recorded && announced >= routed + 5_000, JSON.stringify(fate?.steps));
    const heads = await world.store.heads();
    world.clock.advance(5_000);
    assert.equal(await followLog(deps), null);
    assert.deepEqual(await world.store.heads(), heads, 'nothing follows from it');
    assert.deepEqual((await world.fates())[0]?.steps, fate?.steps);
  });
});

import assert from 'node:assert/strict';
import { sweepMailboxes } from '../../../../backend/app/intake/sweep-mailbox.ts';
import { type SilenceDeps, watchSilence } from '../../../../backend/app/intake/watch-silence.ts';
import { Failure } from '../../../../backend/domain/failure.ts';
import { intakeWorld } from '../../../support/intake-world.ts';

const minute = 60_000;

describe('Watching for silent mailboxes', () => {
  it('tells Teams once that a mailbox fell silent, and once that it speaks again', async () => {
    const world = await intakeWorld();
    const told: string[] = [];
    let reachable = false;
    const tell = (word: string) => async () => {
      if (!reachable) throw new Failure('unavailable', 'Teams does not answer.');
      told.push(word);
      return true;
    };
    const deps: SilenceDeps = {
      ...world.deps,
      mailIndex: world.mailIndex,
      teller: {
        fellSilent: tell('silent'),
        speaksAgain: tell('again'),
        goesInCircle: tell('loop'),
        loopEnded: tell('over'),
      },
      silenceMinutes: 30,
      watchedSinceMs: world.clock.nowMs(),
    };
    const watch = async (minutes: number) => {
      for (let n = 0; n < minutes; n++) {
        world.clock.advance(minute);
        await watchSilence(deps);
      }
    };
    await sweepMailboxes(world.deps);
    await watch(29);
    assert.deepEqual(await deps.sync.silences(), []);
    await watch(3);
    const [silence] = await deps.sync.silences();
    assert.equal(silence?.toldAt, null, 'nobody could be told yet');
    reachable = true;
    await watch(5);
    assert.deepEqual(told, ['silent']);
    await sweepMailboxes(world.deps);
    await watch(5);
    assert.deepEqual(told, ['silent', 'again']);
    assert.deepEqual(await deps.sync.silences(), []);
  });
});

import assert from 'node:assert/strict';
import { Pace } from '../../bot/delivery/pace.ts';

describe('The pace of a conversation', () => {
  it('is seven messages a second, sixty in half a minute, and others are not held up', () => {
    let now = 1_000_000;
    const pace = new Pace(() => now);
    const sendAll = () => {
      let sent = 0;
      while (pace.take('busy') === 0) sent += 1;
      return sent;
    };
    assert.equal(sendAll(), 7);
    assert.equal(pace.take('busy'), 1_000);
    assert.equal(pace.take('quiet'), 0);
    let sent = 7;
    for (let second = 1; second < 30; second++) {
      now += 1_000;
      sent += sendAll();
    }
    assert.equal(sent, 60);
    now += 1_001;
    assert.equal(sendAll(), 7);
  });
});

import assert from 'node:assert/strict';
import { blocksText, readBlocks } from '../../../../tab/features/service-levels/calendars/blocks.ts';
import { minutesText, readMinutes } from '../../../../tab/features/service-levels/span-field.ts';

describe('Short texts of the service levels', () => {
  it('hold spans, and read back the same', () => {
    for (const minutes of [null, 1, 45, 60, 90, 1_439, 1_440, 1_500, 4_320, 4_321]) {
      assert.equal(readMinutes(minutesText(minutes)), minutes);
    }
    assert.deepEqual(['45', '1h30m', ' 2H ', '1h 5m'].map(readMinutes), [45, 90, 120, 65]);
    for (const bad of ['', '0', '0m', '-5', 'soon', '1d', '1.5h', '9999999'])
      assert.equal(readMinutes(bad), undefined, bad);
  });

  it('hold the hours of a day', () => {
    assert.equal(blocksText(readBlocks('13 to 17:30; 8-12') ?? []), '08:00-12:00, 13:00-17:30');
    assert.deepEqual(readBlocks(''), []);
    assert.deepEqual(readBlocks('22:00-06:00'), [['22:00', '06:00']]);
    for (const bad of ['8', '8-8', '24:00-06:00', '25-26', '8-12, 11-13', '22-6, 23-24', '9:5-10']) {
      assert.equal(readBlocks(bad), undefined, bad);
    }
  });
});

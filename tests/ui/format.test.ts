import assert from 'node:assert/strict';
import { ageText, fileSize, instantText } from '../../ui/format.ts';

const now = new Date(2026, 10, 24, 14, 32).getTime();

describe('Instants and sizes as people read them', () => {
  it('name the weekday of the last days, the date beyond, and the year of another one', () => {
    assert.equal(instantText(new Date(2026, 10, 24, 14, 6).getTime(), now), 'Tue 14:06');
    assert.equal(instantText(new Date(2026, 10, 3, 9, 5).getTime(), now), '3 Nov, 09:05');
    assert.equal(instantText(new Date(2025, 10, 3, 9, 5).getTime(), now), '3 Nov 2025, 09:05');
  });

  it('give an age in one unit', () => {
    assert.deepEqual(
      [0.5, 5, 185, 1500].map((minutes) => ageText(now - minutes * 60_000, now)),
      ['now', '5 min', '3 h', '1 d'],
    );
  });

  it('round sizes', () => {
    assert.deepEqual([12, 940_000, 1_800_000].map(fileSize), ['12 B', '940 KB', '1.8 MB']);
  });
});

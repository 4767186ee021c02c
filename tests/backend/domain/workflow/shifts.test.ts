import assert from 'node:assert/strict';
import { type Shifts, shiftAt } from '../../../../backend/domain/workflow/shifts.ts';

const told = ({ blocks, at }: { blocks: Shifts['blocks']; at: string }) => {
  const { present, next } = shiftAt({ timezone: 'Europe/Berlin', blocks }, Date.parse(at));
  const words = (span: { from: number; to: number } | null) =>
    span && [new Date(span.from).toISOString(), new Date(span.to).toISOString()];
  return { present: words(present), next: words(next) };
};

describe('Shifts', () => {
  it('over midnight belong to the day on which they begin, and lose an hour when the clocks go forward', () => {
    const blocks = [{ days: [6], from: '22:00', to: '06:00' }];
    assert.deepEqual(told({ blocks, at: '2026-03-29T03:30:00Z' }).present, [
      '2026-03-28T21:00:00.000Z',
      '2026-03-29T04:00:00.000Z',
    ]);
    assert.equal(told({ blocks, at: '2026-03-29T04:00:00Z' }).present, null);
  });

  it('that touch are one, and a lunch break divides the day', () => {
    const blocks = [
      { days: [1], from: '08:00', to: '12:00' },
      { days: [1], from: '12:00', to: '13:00' },
      { days: [1], from: '14:00', to: '17:00' },
    ];
    assert.deepEqual(told({ blocks, at: '2026-03-02T08:00:00Z' }), {
      present: ['2026-03-02T07:00:00.000Z', '2026-03-02T12:00:00.000Z'],
      next: ['2026-03-02T13:00:00.000Z', '2026-03-02T16:00:00.000Z'],
    });
  });

  it('may be none at all', () => {
    assert.deepEqual(told({ blocks: [], at: '2026-03-02T08:00:00Z' }), { present: null, next: null });
  });
});

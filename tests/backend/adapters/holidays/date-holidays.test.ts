import assert from 'node:assert/strict';
import { createHolidays } from '../../../../backend/adapters/holidays/date-holidays.ts';

describe('The holidays of countries', () => {
  const holidays = createHolidays();

  it('are days off with their English names, by country and region', async () => {
    assert.equal(await holidays.prepare('DE', null), true);
    assert.equal(await holidays.prepare('DE', 'BY'), true);
    assert.equal(holidays.ofYear('DE', null, 2026).get('2026-12-25'), 'Christmas Day');
    assert.equal(holidays.ofYear('DE', null, 2026).has('2026-01-06'), false);
    assert.equal(holidays.ofYear('DE', 'BY', 2026).get('2026-01-06'), 'Epiphany');
    assert.equal(holidays.ofYear('DE', null, 2026).has('2026-02-14'), false, 'a day of observance is no day off');
  });

  it('last as many days as they last', async () => {
    await holidays.prepare('CN', null);
    const days = [...holidays.ofYear('CN', null, 2025)].filter(([, name]) => name === 'Spring Festival');
    assert.ok(days.length >= 3, String(days));
    assert.equal(holidays.ofYear('CN', null, 2025).has('2025-08-01'), false, 'a free afternoon is no day off');
    await holidays.prepare('SA', null);
    const eid = [...holidays.ofYear('SA', null, 2026)].filter(([, name]) => name.includes('Eid al-Fitr'));
    assert.deepEqual(
      eid.map(([date]) => date),
      ['2026-03-19', '2026-03-20', '2026-03-21', '2026-03-22'],
    );
  });

  it('are unknown for countries and regions that do not exist, and before they were asked for', async () => {
    assert.equal(await holidays.prepare('XX', null), false);
    assert.equal(await holidays.prepare('DE', 'QQ'), false);
    assert.equal(holidays.ofYear('FR', null, 2026).size, 0);
  });
});

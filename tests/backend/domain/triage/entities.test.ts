import assert from 'node:assert/strict';
import { entitiesOf } from '../../../../backend/domain/triage/entities.ts';

const of = (text: string) => entitiesOf({ subject: '', text });

describe('What a mail names', () => {
  it('is found in several languages, as the mail spells it', () => {
    assert.deepEqual(of('Order 5561 of 3 March, invoice no. R-20931, to Mrs Green at 14 Mill Lane.'), {
      numbers: ['5561', 'R-20931'],
      dates: ['3 March'],
      places: ['14 Mill Lane'],
      people: ['Green'],
    });
    const german = of(
      'Meine Kundennummer ist 448120, Rechnung Nr. 7781 vom 12.03.2026, Frau Weber, Lindenstraße 12, Wohnung 4b.',
    );
    assert.deepEqual(german, {
      numbers: ['448120', '7781'],
      dates: ['12.03.2026'],
      places: ['Lindenstraße 12', 'Wohnung 4b'],
      people: ['Weber'],
    });
    assert.deepEqual(of('La commande n° 88213 du 3 mars, Mme Roux, 22 rue des Ormes').numbers, ['88213']);
  });

  it('takes amounts, times and years for nothing', () => {
    assert.deepEqual(of('We paid 49.90 in 2019 and waited 30 minutes.').numbers, []);
  });

  it('answers in no time whatever it is given', () => {
    const started = performance.now();
    for (const text of [
      'order '.repeat(20_000),
      '1'.repeat(100_000),
      'Mr '.repeat(30_000),
      '12 A'.repeat(30_000),
      'A-1'.repeat(30_000),
    ])
      of(text);
    assert.ok(performance.now() - started < 2_000);
  });
});

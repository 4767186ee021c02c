import assert from 'node:assert/strict';
import { isCourtesy } from '../../../../backend/domain/mail/courtesy.ts';
import { describeWithShared, sharedLines } from '../../../support/shared.ts';

const thanks = [
  'Thanks!',
  'Thank you very much, Jonas.\n\nBest regards,\nNadia Haddad',
  'Perfect, it works now. Thanks a lot!',
  'ok thx 👍',
  'Vielen Dank für die schnelle Hilfe!\n\nMit freundlichen Grüßen\nAnna Schröder',
  'Danke, alles klar.',
  'Merci beaucoup, bonne journée',
  'Muchas gracias por todo. Un saludo, Lucía',
  'Grazie mille e buona giornata'.replace(' e ', ', '),
  'Muito obrigada!',
  'Bedankt voor de snelle reactie, fijn weekend',
  'Tack så mycket!',
  'Dziękuję bardzo'.replace(' bardzo', ''),
  'ありがとうございました。',
];

const more = [
  'Thanks, but it still leaks.',
  'Thanks. When will he come?',
  'Thank you in advance',
  'No thanks',
  'Thanks, see photo 2',
  'Danke, aber die Heizung ist wieder kalt',
  'Danke Heizung kaputt',
  'Merci de rappeler',
  'Merci, mais la fuite continue',
  'Gracias, sigue sin funcionar',
  'Great',
  'Hello Jonas',
  '',
  'Thanks. My new address is nadia@example.com',
  `${'Thanks '.repeat(40)}`,
];

describe('A mail that only says thanks', () => {
  for (const text of thanks) it(`is ${JSON.stringify(text)}`, () => assert.equal(isCourtesy(text), true));
  for (const text of more)
    it(`is not ${JSON.stringify(text.slice(0, 50))}`, () => assert.equal(isCourtesy(text), false));

  it('has no attachment', () => assert.equal(isCourtesy('Thanks!', 1), false));

  it('is told in linear time', () => {
    const started = process.cpuUsage();
    for (const text of ['thank '.repeat(100_000), 'thanks\u0301'.repeat(100_000), ' \n'.repeat(100_000)])
      isCourtesy(text);
    assert.ok(process.cpuUsage(started).user < 1_000_000);
  });
});

describeWithShared('Mails that ask for something', () => {
  it('are none of them courtesy', () => {
    const texts = sharedLines<{ body: string }>('triage/category.jsonl.gz').map(({ body }) => body);
    assert.deepEqual(
      texts.filter((text) => isCourtesy(text)),
      [],
    );
    assert.ok(texts.length > 10_000);
  });
});

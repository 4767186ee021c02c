import assert from 'node:assert/strict';
import { visibleText } from '../../../../backend/domain/mail/visible-text.ts';

function own(...lines: string[]) {
  return visibleText(lines.join('\n'));
}

describe('The visible text of a mail', () => {
  it('ends at a header block in any of the common languages', () => {
    const blocks = [
      ['From: Ann', 'Sent: Monday', 'To: Support', 'Subject: VPN'],
      ['Von: Ann', 'Gesendet: Montag', 'An: Support', 'Betreff: VPN'],
      ['De : Ann', 'Envoyé : lundi', 'À : Support', 'Objet : VPN'],
      ['De: Ann', 'Enviado el: lunes', 'Para: Support', 'Asunto: VPN'],
      ['De: Ann', 'Enviada em: segunda', 'Para: Support', 'Assunto: VPN'],
      ['Da: Ann', 'Inviato: lunedì', 'A: Support', 'Oggetto: VPN'],
      ['Van: Ann', 'Verzonden: maandag', 'Aan: Support', 'Onderwerp: VPN'],
      ['*From:* Ann', '*Date:* Monday', '*To:* Support', '*Subject:* VPN'],
    ];
    for (const block of blocks) {
      assert.deepEqual(
        own('It works.', '', ...block, '', 'Does it work?'),
        { text: 'It works.', hasQuoted: true, signature: '' },
        block[0],
      );
    }
  });

  it('ends at an attribution in any of the common languages, on one line or several', () => {
    for (const line of [
      'On Tue, 5 Mar 2024 at 10:00, Ann <a@one.example> wrote:',
      'On Dec 16, 2011, at 12:47 PM, Corey\n<reply@one.example>\nwrote:',
      'Am 05.03.2024 um 10:00 schrieb Ann <a@one.example>:',
      'Le mar. 5 mars 2024 à 10:00, Ann <a@one.example> a écrit :',
      'El mar, 5 mar 2024 a las 10:00, Ann (<a@one.example>) escribió:',
      'Em ter., 5 de mar. de 2024 às 10:00, Ann <a@one.example> escreveu:',
      'Il giorno mar 5 mar 2024 alle ore 10:00 Ann <a@one.example> ha scritto:',
      'Op di 5 mrt 2024 om 10:00 schreef Ann <a@one.example>:',
    ]) {
      assert.deepEqual(own('Done.', '', line, '', 'old text'), { text: 'Done.', hasQuoted: true, signature: '' }, line);
      assert.deepEqual(own('Done.', '', line, '> old text'), { text: 'Done.', hasQuoted: true, signature: '' }, line);
    }
  });

  it('ends at a separator', () => {
    assert.equal(own('Fine.', '-----Ursprüngliche Nachricht-----', 'old').text, 'Fine.');
    assert.equal(
      own('Fine.', '________________________________', 'From: a', 'Sent: b', 'To: c', 'old').text.startsWith('Fine.'),
      true,
    );
  });

  it('keeps answers between quotes', () => {
    assert.equal(own('> Which floor?', 'Third.', '> Since when?', 'Monday.').text, 'Third.\nMonday.');
  });

  it('keeps a list of facts that only looks like headers', () => {
    const text = 'Our order:\nFrom: warehouse 3\nArticle: 55\nThanks';
    assert.deepEqual(visibleText(text), { text, hasQuoted: false, signature: '' });
  });

  it('leaves out signatures and what the device adds', () => {
    assert.equal(own('Call me.', '', '-- ', 'Rick', 'Tel. 123').text, 'Call me.');
    for (const line of [
      'Sent from my iPhone',
      'Von meinem iPhone gesendet',
      'Envoyé de mon iPhone',
      'Get Outlook for iOS',
      'Inviato da iPhone',
    ]) {
      assert.equal(own('Call me.', '', line).text, 'Call me.', line);
    }
  });

  it('is never empty when the mail says something', () => {
    for (const text of [
      '> all quoted',
      '-----Original Message-----\nbelow',
      '-- \nRick',
      'Sent from my iPhone',
      'Fwd\n\nFrom: a\nSent: b\nTo: c\n\nx',
    ]) {
      assert.notEqual(visibleText(text).text, '', text);
    }
    assert.equal(visibleText(' \n ').text, '');
  });
});

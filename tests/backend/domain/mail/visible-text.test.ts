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

  it('ends above whatever leads to the earlier mail', () => {
    const block = ['From: Ann', 'Date: Monday', 'To: Support', 'Subject: VPN', '', 'old'];
    for (const rule of ['________________________________', '--------- Oprindelig besked ---------', '====']) {
      assert.equal(own('Fine.', '', rule, ...block).text, 'Fine.', rule);
    }
    assert.deepEqual(own('Fine.', '', 'Get Outlook for iOS<https://aka.ms/o0ukef>', '_____________', ...block), {
      text: 'Fine.',
      hasQuoted: true,
      signature: 'Get Outlook for iOS<https://aka.ms/o0ukef>',
    });
  });

  it('ends at an attribution that does without the usual words, or is broken over lines', () => {
    for (const line of [
      '30.09.2026, 18.30, "Ann - Desk" <a@one.example>:',
      '11:00 AM, November 17, 2026, "Ann" <a@one.example>:',
      'ср, 30 апр. 2026 г. в 15:19, Ann <a@one.example>:',
      'Ann Example schrieb am Do. 20. Juni 2026 um 14:49:',
      'Wiadomość napisana przez Ann a@one.example w dniu 17.01.2026, o godz. 11:09:',
      'tir. 18. apr. 2026 kl. 13:09 skrev Ann <a@one.example\n>:',
      'في ٠٤\u200f/٠٧\u200f/٢٠٢٦ الساعة ٣:٣٦ م، كتب Ann <a@one.example>:',
    ]) {
      assert.equal(own('Done.', '', line, '', 'old text').text, 'Done.', line);
    }
    assert.equal(
      own('Done.', '', 'On Nov 21, 2026,', 'at 10:18,', 'Ann <a@one.example> wrote:', '> old').text,
      'Done.',
    );
    assert.equal(own('Done.', '', 'Ann wrote:', '> old').text, 'Done.');
  });

  it('ends at headers in any order, without blanks, in bold, or run into one line', () => {
    for (const block of [
      ['Date: Monday', 'From: Ann', 'To: Support', 'Subject: VPN'],
      ['De : Ann', 'Envoyé le :lundi', 'À :Support', 'Objet :VPN'],
      ['** De : Ann a@one.example **', '** Envoye : lundi **', '** A : Support **', '** Objet : VPN **'],
      ['\u200fمن: Ann <a@one.example>', '\u200fتم الإرسال: الاثنين', 'إلى: Support', 'الموضوع: VPN'],
      ['-------- Ursprüngliche Nachricht --------Von: Ann Datum: 07.08.26 18:46 An: Support Betreff: VPN'],
      ['Temat: VPN 2026-01-17 13:46Nadawca: "Ann" a@one.example Adresat: Support'],
    ]) {
      assert.equal(own('It works.', '', ...block, '', 'old').text, 'It works.', block[0]);
    }
  });

  it('is all that stands below headers on top of everything', () => {
    const text = [
      '-----Original Message-----',
      'From: Ann',
      'Sent: Monday',
      'To: us',
      'Subject: VPN',
      '',
      'Broken.',
    ].join('\n');
    assert.deepEqual(visibleText(text), { text, hasQuoted: false, signature: '' });
  });

  it('does not end where answers stand between the quotes below', () => {
    const read = own('Hi,', '', 'On Sun, 1 Sep 2026 00:05 Ann wrote:', '', '[...]', '> Which floor?', '', 'Third.');
    assert.match(read.text, /Third\.$/);
  });

  it('leaves out the end of a long quoted line that was broken without the mark', () => {
    const quoted = `> ${'Where exactly is the water coming from and '.repeat(2)}`;
    assert.equal(own(quoted, 'since when?', '> And which floor?', 'Third.').text, 'Third.');
  });

  it('ends at the line that a phone adds, in any language, and begins below one on top', () => {
    for (const line of [
      'Sent from my Wiko RIDGE 4G',
      'Trimis de pe iPhone-ul meu',
      'Az iPhone-omról küldve',
      'Wysłane z iPhone’a',
    ]) {
      assert.deepEqual(own('Yes.', '', line, '', 'old text'), { text: 'Yes.', hasQuoted: true, signature: line }, line);
      assert.equal(own(line, '', 'Yes.').text, 'Yes.', line);
    }
    const sentence = 'Sent from my desk, this is much easier than from the phone.';
    assert.equal(own('Hello.', '', sentence).text, `Hello.\n\n${sentence}`);
  });

  it('sets signature, contact lines and legal text apart, and keeps closing and name', () => {
    const read = own(
      'The lift is stuck.',
      '',
      'Kind regards,',
      'Ann Example',
      'Facility Manager | One Ltd',
      '+49 30 1234567',
      'This e-mail is confidential and intended for the addressee only.',
    );
    assert.equal(read.text, 'The lift is stuck.\n\nKind regards,\nAnn Example');
    assert.match(read.signature, /^Facility Manager.*\n.*\nThis e-mail/);
    assert.equal(own('Fine 🎉', '', '—', 'Ann', 'CEO at One').text, 'Fine 🎉');
    assert.equal(
      own('Hello.', '', 'Mit freundlichen Grüßen', 'Lukas', '', 'PS: Bitte auch den Keller prüfen!').signature,
      '',
    );
  });

  it('leaves out what a gateway puts above mail from outside', () => {
    assert.equal(own('CAUTION: This message is from an EXTERNAL SENDER - do not click.', '', 'Hello.').text, 'Hello.');
  });

  it('keeps rules, tables and lists of the writer’s own', () => {
    for (const text of [
      'Points:\n----\n1. Faster\n----\nThe dashes are mine.',
      'Name  Date\n-------------------\nAnn  Monday\nBen  Tuesday\n\nAll dates are local.',
      'Because of:\n-- the first point\n-- the second point\nThanks!',
      'On average this works. On the other hand, it does not.',
    ]) {
      assert.equal(visibleText(text).text, text);
    }
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

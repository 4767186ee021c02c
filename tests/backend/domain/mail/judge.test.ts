import assert from 'node:assert/strict';
import { judge } from '../../../../backend/domain/mail/judge.ts';
import { aMail } from './graph-mail.ts';

const our = { mailboxes: ['support@acme.test'] };

function headers(...lines: [string, string][]) {
  return lines.map(([name, value]) => ({ name, value }));
}

describe('Judging a mail', () => {
  it('takes a plain mail for a person and allows an answer', () => {
    assert.deepEqual(judge(aMail(), our), {
      kind: 'human',
      mayAutoRespond: true,
      reasons: ['Nothing says that a machine wrote it.'],
    });
  });

  it('knows our own mail by its header and by its sender', () => {
    assert.equal(judge(aMail({ headers: headers(['X-HandyConnect-Case', 'HC-1']) }), our).kind, 'own_message');
    assert.equal(judge(aMail({ from: { email: 'Support@Acme.test', name: '' } }), our).kind, 'own_message');
  });

  it('knows a bounce of our own mail although it quotes our header', () => {
    const mail = aMail({
      from: { email: 'mailer-daemon@mx.example', name: 'Mail Delivery System' },
      subject: 'Undelivered Mail Returned to Sender',
      body: { type: 'text', content: 'Final-Recipient: rfc822; x@y.example\nAction: failed\nStatus: 5.1.1\n' },
    });
    assert.equal(judge(mail, our).kind, 'bounce');
  });

  it('takes a post to a mailing list for a person but sends no automatic answer to the list', () => {
    const judgement = judge(
      aMail({
        headers: headers(
          ['List-Id', '<users.lists.example>'],
          ['List-Post', '<mailto:users@lists.example>'],
          ['List-Unsubscribe', '<mailto:u@lists.example>'],
          ['Precedence', 'list'],
        ),
      }),
      our,
    );
    assert.equal(judgement.kind, 'human');
    assert.equal(judgement.mayAutoRespond, false);
  });

  it('takes an announcement with one-click unsubscribe for bulk', () => {
    const lines = headers(
      ['List-Unsubscribe', '<https://n.example/u>'],
      ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
    );
    assert.equal(judge(aMail({ subject: 'Our May newsletter', headers: lines }), our).kind, 'bulk');
  });

  it('takes words in a person’s subject for words', () => {
    for (const subject of [
      'Auto: Reifen wechseln',
      'Out of office hours, who do I call?',
      'Fwd: Undeliverable: offer',
      'Mail not delivered to me',
    ]) {
      assert.equal(judge(aMail({ subject }), our).kind, 'human', subject);
    }
  });

  it('knows absence notes by their subject in many languages', () => {
    for (const subject of [
      'Automatische Antwort: VPN',
      'Réponse automatique : VPN',
      'Respuesta automática: VPN',
      'Risposta automatica: VPN',
      '自動応答: VPN',
      '자동 회신: VPN',
      'AUTO: Bob Smith is out of the office (returning 05/06)',
    ]) {
      assert.equal(judge(aMail({ subject }), our).kind, 'auto_reply', subject);
    }
  });

  it('does not answer senders that read no answers, and not when the answer would come back to us', () => {
    for (const email of [
      'no-reply@shop.example',
      'shop-noreply@shop.example',
      'notifications@github.com',
      'bounce-123@x.example',
    ]) {
      assert.equal(judge(aMail({ from: { email, name: '' } }), our).mayAutoRespond, false, email);
    }
    assert.equal(judge(aMail({ replyTo: [{ email: 'support@acme.test', name: '' }] }), our).mayAutoRespond, false);
    assert.equal(judge(aMail({ from: null }), our).mayAutoRespond, false);
    assert.equal(judge(aMail({ from: { email: 'reply@one.example', name: '' } }), our).mayAutoRespond, true);
  });

  it('is done in no time however the mail is made', () => {
    const hostile = [
      'a'.repeat(200_000),
      '\n'.repeat(200_000),
      'the host '.repeat(22_000),
      '<'.repeat(200_000),
      'message '.repeat(25_000),
    ];
    for (const content of hostile) {
      const started = performance.now();
      judge(
        aMail({
          subject: content,
          body: { type: 'text', content },
          from: { email: `${content}@x.example`, name: content },
          headers: headers(
            ['Return-Path', '<>'],
            ['Precedence', content],
            ['Auto-Submitted', ` ${content}`],
            ['Content-Type', content],
          ),
        }),
        our,
      );
      assert.ok(performance.now() - started < 150, `${content.slice(0, 10)} ${performance.now() - started}`);
    }
  });
});

import assert from 'node:assert/strict';
import { createLocalAnalyst } from '../../../../backend/adapters/local-analyst/local-analyst.ts';
import { priorities, sentiments } from '../../../../backend/domain/vocabulary.ts';
import { describeWithShared, sharedLines } from '../../../support/shared.ts';

const analyst = createLocalAnalyst();

function analyse(subject: string, text: string) {
  return analyst.analyse({ subject, text }, 1000);
}

describe('The local analyst', () => {
  it('tells category and language in seven languages', async () => {
    const mails: [string, string, string, string][] = [
      [
        'en',
        'technical',
        'Printer',
        'The printer in room 4 shows an error message since the last update and does not print at all.',
      ],
      [
        'en',
        'billing',
        'Invoice 4711',
        'You have charged me twice for March. I would like a refund of the second payment on the invoice.',
      ],
      [
        'de',
        'billing',
        'Rechnung 4711',
        'Auf der Rechnung für März steht ein falscher Betrag. Bitte erstatten Sie die doppelte Abbuchung.',
      ],
      [
        'de',
        'account',
        'Passwort',
        'Ich habe mein Passwort vergessen und kann mich nicht einloggen. Bitte setzen Sie es zurück.',
      ],
      [
        'fr',
        'technical',
        'Chauffage',
        "Le chauffage ne fonctionne plus depuis hier et l'appareil affiche un message d'erreur.",
      ],
      [
        'es',
        'account',
        'Contraseña',
        'He olvidado mi contraseña y no puedo iniciar sesión en mi cuenta desde el lunes pasado.',
      ],
      [
        'pt',
        'billing',
        'Fatura',
        'A fatura deste mês está errada e quero o reembolso do pagamento que foi cobrado a mais.',
      ],
      [
        'it',
        'feature_request',
        'Proposta',
        'Sarebbe bello poter esportare i dati in un foglio di calcolo direttamente dalla pagina principale.',
      ],
      [
        'nl',
        'billing',
        'Factuur',
        'De factuur van maart klopt niet, ik wil graag een terugbetaling van het bedrag dat is afgeschreven.',
      ],
    ];
    for (const [language, category, subject, text] of mails) {
      const analysis = await analyse(subject, text);
      assert.deepEqual([analysis.language, analysis.category], [language, category], text);
    }
  });

  it('says that it cannot tell the language of a few words', async () => {
    assert.equal((await analyse('', 'ok')).language, 'und');
  });

  it('puts danger first and quotes the mail for it', async () => {
    for (const text of [
      'Hello, there is a strong smell of gas in the hallway. What should we do?',
      'Es riecht nach Gas im Keller und der Nachbar ist schon draußen.',
      "Deux personnes sont bloquées, nous sommes bloqués dans l'ascenseur depuis dix minutes.",
      'Water is pouring through the ceiling onto the sockets.',
      'It seems our export shows personal data of other tenants, this is a data leak.',
    ]) {
      const { priority, priorityReasons } = await analyse('Help', text);
      assert.equal(priority, 'critical', text);
      assert.match(priorityReasons[0] ?? '', /“.+”/);
    }
  });

  it('does not take a drill, the past or an if for danger', async () => {
    for (const text of [
      'The fire drill is on Friday, in case of a fire in the building we meet outside.',
      'Thank you, the gas leak was fixed yesterday.',
      'There is no smell of gas any more, but the meter looks odd.',
    ]) {
      assert.notEqual((await analyse('House', text)).priority, 'critical', text);
    }
  });

  it('raises what stops many or one person, and lets nobody shout their way up', async () => {
    assert.equal(
      (await analyse('System', 'Since 9 am nobody can log in, the whole company is waiting.')).priority,
      'critical',
    );
    assert.equal((await analyse('Login', 'I cannot log in to my account, the password is refused.')).priority, 'high');
    assert.equal((await analyse('Heating', 'We have no heating since this morning.')).priority, 'urgent');
    assert.equal(
      (await analyse('URGENT!!!', 'I WANT A DARK MODE NOW!!! THIS IS A FEATURE REQUEST!!! IMMEDIATELY!!!')).priority,
      'medium',
    );
    assert.equal((await analyse('Idea', 'It would be great to have a dark mode.')).priority, 'low');
    assert.equal((await analyse('Printer', 'The printer is slow, no rush.')).priority, 'low');
  });

  it('hears anger, and is not fooled by negation or courtesy', async () => {
    assert.equal(
      (await analyse('Re: VPN', 'This is unacceptable, I am still waiting for an answer and I am furious.')).sentiment,
      'frustrated',
    );
    assert.equal((await analyse('Re: VPN', 'I am not happy with this and disappointed.')).sentiment, 'negative');
    assert.equal(
      (await analyse('Re: VPN', 'Everything works again, excellent help, I am very happy.')).sentiment,
      'positive',
    );
    assert.equal(
      (await analyse('VPN', 'Good morning, the VPN shows error 12. Thanks in advance, best regards')).sentiment,
      'neutral',
    );
    assert.equal((await analyse('Danke', 'Super, vielen lieben Dank, alles läuft perfekt!')).sentiment, 'positive');
  });

  it('knows a complaint on any topic', async () => {
    assert.equal(
      (await analyse('Rechnung', 'Hiermit lege ich Beschwerde ein, Ihr Service ist inakzeptabel.')).complaint,
      true,
    );
    assert.equal((await analyse('Invoice', 'I have no complaint, only a question about position 4.')).complaint, false);
  });

  it('sums up without greeting, in at most 240 characters', async () => {
    const { summary } = await analyse(
      'x',
      'Dear support team,\n\nI hope this email finds you well.\n\nThe boiler in flat 3 is cold since Monday. We have a baby.\n\nKind regards\nAnn',
    );
    assert.equal(summary, 'The boiler in flat 3 is cold since Monday. We have a baby.');
    assert.ok((await analyse('x', 'word '.repeat(500))).summary.length <= 240);
    assert.equal((await analyse('Boiler cold', 'Hi')).summary, 'Boiler cold');
  });

  it('asks for a person where it is not sure', async () => {
    const unsure = await analyse('Hi', 'As agreed.');
    assert.equal(unsure.needsReview, true);
    assert.ok(unsure.confidence < 0.85);
  });

  it('answers in no time whatever it is given', async () => {
    for (const text of [
      'a'.repeat(200_000),
      'urgent '.repeat(30_000),
      '\n'.repeat(200_000),
      'Dear '.repeat(40_000),
      '. '.repeat(100_000),
      '!'.repeat(200_000),
    ]) {
      const started = performance.now();
      const analysis = await analyse(text, text);
      assert.ok(performance.now() - started < 200, text.slice(0, 10));
      assert.ok(priorities.includes(analysis.priority) && sentiments.includes(analysis.sentiment));
    }
  });
});

describeWithShared('The local analyst on mail it has never seen', () => {
  interface Row {
    subject: string;
    body: string;
    category?: string;
    sentiment?: string;
    lang: string;
    source: string;
    ship_ok: boolean;
  }
  const every = (rows: Row[], step: number) => rows.filter((_, index) => index % step === 0);
  const share = (part: number, whole: number) => part / Math.max(1, whole);

  it('names the category that other authors chose, and knows when it does not know', async () => {
    const rows = every(
      sharedLines<Row>('triage/category.jsonl.gz').filter((row) => !row.ship_ok && row.category !== 'Complaint'),
      3,
    );
    let right = 0;
    let sure = 0;
    let sureAndRight = 0;
    for (const row of rows) {
      const { category, needsReview } = await analyse(row.subject, row.body);
      const hit = category === row.category?.toLowerCase().replace(' ', '_');
      if (hit) right += 1;
      if (!needsReview) sure += 1;
      if (!needsReview && hit) sureAndRight += 1;
    }
    assert.ok(share(right, rows.length) >= 0.8, `${right} of ${rows.length} right`);
    assert.ok(share(sure, rows.length) >= 0.6, `${sure} of ${rows.length} sure`);
    assert.ok(share(sureAndRight, sure) >= 0.89, `${sureAndRight} of ${sure} sure ones right`);
  });

  it('finds complaints, and moods, as others did', async () => {
    const rows = every(
      sharedLines<Row>('triage/category.jsonl.gz').filter(({ source }) => source.startsWith('bitext')),
      8,
    );
    const complains = await Promise.all(rows.map(async (row) => (await analyse(row.subject, row.body)).complaint));
    const found = rows.filter((row, at) => row.category === 'Complaint' && complains[at]).length;
    const wrong = rows.filter((row, at) => row.category !== 'Complaint' && complains[at]).length;
    const missed = rows.filter((row, at) => row.category === 'Complaint' && !complains[at]).length;
    assert.ok((2 * found) / (2 * found + wrong + missed) >= 0.8);
    const moods = every(sharedLines<Row>('triage/sentiment.jsonl.gz'), 10);
    let right = 0;
    for (const row of moods) {
      const { sentiment } = await analyse(row.subject, row.body);
      if ((sentiment === 'frustrated' ? 'negative' : sentiment) === row.sentiment) right += 1;
    }
    assert.ok(share(right, moods.length) >= 0.65, `${right} of ${moods.length}`);
  });

  it('tells the language of a mail, however short', async () => {
    const rows = every(
      sharedLines<Row>('triage/category.jsonl.gz').filter(({ source }) => !source.startsWith('tobi')),
      6,
    );
    let right = 0;
    for (const row of rows) if ((await analyse(row.subject, row.body)).language === row.lang) right += 1;
    assert.ok(share(right, rows.length) >= 0.98, `${right} of ${rows.length}`);
  });
});

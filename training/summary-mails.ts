/** A mail, and what its summary must carry: numbers, dates, amounts, and words of what is asked. */
export interface SummaryMail {
  subject: string;
  text: string;
  facts: string[];
  ask: string;
}

/** Mails of our own for measuring summaries; nothing is learned from them. */
export const summaryMails: SummaryMail[] = [
  {
    subject: 'Chairs',
    text: 'Dear team,\n\nI hope you are all well after the holidays. In January my wife and I finally moved into our new house, which kept us busy. Order 77120 with six chairs was delivered on 14 March, and two of them have a cracked leg. I took pictures of both. Could you send replacements before Easter?\n\nKind regards\nPaul Wren',
    facts: ['77120', '14 March'],
    ask: 'replacements',
  },
  {
    subject: 'A question',
    text: 'Hi,\nwe have been with you since the shop opened and always paid on time. My husband usually looks after these things but he is in hospital. The invoice R-20931 of 2 May says £184.50 although we agreed on £148.50. Nothing else on it is wrong. Please send a corrected one.\nThanks, Mary',
    facts: ['R-20931', '2 May', '£184.50', '£148.50'],
    ask: 'corrected',
  },
  {
    subject: 'Access for Nadia',
    text: 'Good morning, our department has grown and we are all a little stretched at present. Nadia Petrov joins us on 1 September. She will work in bookkeeping. Her customer number with you is 448120. Please give her the same rights as Tom.',
    facts: ['1 September', '448120'],
    ask: 'same rights',
  },
  {
    subject: 'export',
    text: 'Hello there, I use your program for my bee hives and I like it a lot, really. Every month I write the weights of thirty hives into a sheet by hand. It takes an evening. I would love an export of the weights to a spreadsheet.',
    facts: [],
    ask: 'export',
  },
  {
    subject: 'Washing machine',
    text: 'Dear Sir or Madam, this is the first time that I write to a manufacturer, so please bear with me. We bought our machine from a shop in Leeds that has closed since. The machine with serial 55-88123 stops with E18 after ten minutes. Cleaning the filter changed nothing. The warranty ends on 30 June 2026. When can a technician come?',
    facts: ['55-88123', 'E18', '30 June 2026'],
    ask: 'technician',
  },
  {
    subject: 'Flight',
    text: 'Hi! My sister gets married in Porto and the whole family is coming, it will be lovely. Booking ZK-4471 has my name misspelt as Jonson. We fly on 12/06/2026. Can you correct it to Johnson?',
    facts: ['ZK-4471', '12/06/2026'],
    ask: 'correct it',
  },
  {
    subject: 'Refund',
    text: 'Hello, I would have called, but your line is always busy in the mornings and I work in the afternoons. On 3 April you took 59.90 euros from my account for a membership that I ended in February. The contract number is V-88231. I kindly ask you to refund the amount.',
    facts: ['3 April', '59.90 euros', 'V-88231'],
    ask: 'refund',
  },
  {
    subject: 'Stühle',
    text: 'Sehr geehrte Damen und Herren,\n\nich hoffe, es geht Ihnen gut. Im Januar sind wir endlich in unser Haus gezogen, da war viel zu tun. Die Bestellung 77120 mit sechs Stühlen kam am 14. März an, und zwei davon haben ein gebrochenes Bein. Fotos habe ich gemacht. Könnten Sie vor Ostern Ersatz schicken?\n\nMit freundlichen Grüßen\nPaul Weber',
    facts: ['77120', '14. März'],
    ask: 'Ersatz',
  },
  {
    subject: 'Frage',
    text: 'Guten Tag, wir sind Kunden seit der Eröffnung und haben immer pünktlich gezahlt. Normalerweise kümmert sich mein Mann darum, er liegt aber im Krankenhaus. Auf Rechnung Nr. 20931 vom 02.05.2026 stehen 184,50 €, vereinbart waren 148,50 €. Sonst stimmt alles. Bitte schicken Sie eine berichtigte.',
    facts: ['20931', '02.05.2026', '184,50 €', '148,50 €'],
    ask: 'berichtigte',
  },
  {
    subject: 'Waschmaschine',
    text: 'Hallo, ich schreibe zum ersten Mal an einen Hersteller, haben Sie also Nachsicht. Gekauft haben wir in einem Laden, den es nicht mehr gibt. Die Maschine bleibt nach zehn Minuten mit E18 stehen. Das Sieb zu reinigen half nicht. Die Garantie endet am 30.06.2026. Wann kann ein Techniker kommen?',
    facts: ['E18', '30.06.2026'],
    ask: 'Techniker',
  },
  {
    subject: 'Neue Kollegin',
    text: 'Liebes Team, unsere Abteilung ist gewachsen und wir kommen kaum nach. Nadia Petrov fängt am 1. September bei uns an. Sie arbeitet in der Buchhaltung. Ihre Kundennummer ist 448120. Bitte richten Sie ihr dieselben Rechte ein wie Tom.',
    facts: ['1. September', '448120'],
    ask: 'dieselben Rechte',
  },
  {
    subject: 'Chaises',
    text: 'Bonjour, j’espère que vous allez bien. En janvier nous avons enfin emménagé dans notre maison et il y avait fort à faire. La commande n° 77120 de six chaises est arrivée le 14 mars et deux ont un pied cassé. J’ai pris des photos. Pourriez-vous envoyer un remplacement avant Pâques ?',
    facts: ['77120', '14 mars'],
    ask: 'remplacement',
  },
  {
    subject: 'Question',
    text: 'Madame, Monsieur, nous sommes clients depuis l’ouverture et avons toujours payé à temps. D’habitude mon mari s’en charge. La facture 20931 du 02/05/2026 indique 184,50 € alors que nous avions convenu de 148,50 €. Le reste est juste. Merci d’en envoyer une corrigée.',
    facts: ['20931', '02/05/2026', '184,50 €', '148,50 €'],
    ask: 'corrigée',
  },
  {
    subject: 'Sillas',
    text: 'Hola, espero que estén bien. En enero por fin nos mudamos a la casa nueva y hubo mucho que hacer. El pedido 77120 con seis sillas llegó el 14 de marzo y dos tienen una pata rota. Hice fotos de las dos. ¿Podrían enviar otras antes de Semana Santa?',
    facts: ['77120', '14 de marzo'],
    ask: 'enviar otras',
  },
  {
    subject: 'Cobro',
    text: 'Buenos días, habría llamado, pero su línea siempre comunica y por la tarde trabajo. El 3 de abril cobraron 59,90 euros por una suscripción que terminé en febrero. El número de contrato es V-88231. Les ruego que devuelvan el importe.',
    facts: ['3 de abril', '59,90 euros', 'V-88231'],
    ask: 'devuelvan',
  },
  {
    subject: 'Sedie',
    text: 'Buongiorno, spero che stiate bene. A gennaio ci siamo finalmente trasferiti e c’era molto da fare. L’ordine 77120 con sei sedie è arrivato il 14 marzo e due hanno una gamba rotta. Ho fatto le foto. Potreste mandare dei pezzi nuovi prima di Pasqua?',
    facts: ['77120', '14 marzo'],
    ask: 'pezzi nuovi',
  },
  {
    subject: 'Stoelen',
    text: 'Beste mensen, hopelijk gaat alles goed. In januari zijn we eindelijk verhuisd en er was veel te doen. Bestelling 77120 met zes stoelen kwam op 14 maart en twee hebben een gebroken poot. Ik heb foto’s gemaakt. Kunt u voor Pasen nieuwe sturen?',
    facts: ['77120', '14 maart'],
    ask: 'nieuwe sturen',
  },
  {
    subject: 'Cadeiras',
    text: 'Bom dia, espero que esteja tudo bem. Em janeiro mudámos finalmente de casa e houve muito que fazer. A encomenda 77120 com seis cadeiras chegou a 14 de março e duas têm uma perna partida. Tirei fotografias. Podem enviar outras antes da Páscoa?',
    facts: ['77120', '14 de março'],
    ask: 'enviar outras',
  },
  {
    subject: 'FW: please look',
    text: 'Can you take this one?\n\nThe customer writes that the lift at 14 Mill Lane stops between floors. It happened on 7 May and again on 9 May. Ticket 99812 was closed without a visit. She wants a call back today.',
    facts: ['7 May', '9 May', '99812'],
    ask: 'call back',
  },
  {
    subject: 'Long story',
    text: 'Hello, where do I begin. When we signed the contract in the spring of 2021, the lady in your office, whose name I have forgotten, promised that the price would stay the same for as long as we lived here, and that any repairs would be done within a week, which we believed, as one does. Now the rent statement of 5 August asks for 1,260 pounds. Reference 33-9018. Please explain the rise in writing.',
    facts: ['5 August', '1,260 pounds', '33-9018'],
    ask: 'explain',
  },
];

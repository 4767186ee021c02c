import type { Priority, ShippedCategory } from '../domain/vocabulary.ts';

/** What somebody writes about. `{n}` is replaced by a number, so that no two cases read quite the same. */
export interface Topic {
  category: ShippedCategory;
  /** The team of the sandbox that would take it. */
  team: 'property' | 'product';
  language: string;
  priorities: Record<Priority, number>;
  subject: string;
  text: string;
  summary: string;
  tags: string[];
}

const pressing = { critical: 12, urgent: 28, high: 35, medium: 20, low: 5 };
const usual = { critical: 1, urgent: 4, high: 15, medium: 55, low: 25 };
const idle = { critical: 0, urgent: 1, high: 4, medium: 35, low: 60 };

export const topics: [Topic, ...Topic[]] = [
  {
    category: 'technical',
    team: 'property',
    language: 'en',
    priorities: pressing,
    subject: 'Water is coming through the ceiling of flat {n}',
    text: 'Since this morning water drips from the ceiling in the hallway of flat {n}, right beside the fuse box. We have put buckets under it. Can somebody come today, before it reaches the wiring?',
    summary: 'Leak in the hallway ceiling of flat {n}, close to the fuse box; asks for a visit today.',
    tags: ['leak', 'plumbing'],
  },
  {
    category: 'technical',
    team: 'property',
    language: 'en',
    priorities: pressing,
    subject: 'No heating in building {n}',
    text: 'The radiators in building {n} have been cold since yesterday evening. There are two families with small children on the third floor. The boiler shows error E{n}.',
    summary: 'Heating in building {n} is out since last evening; boiler shows an error.',
    tags: ['heating'],
  },
  {
    category: 'technical',
    team: 'property',
    language: 'en',
    priorities: usual,
    subject: 'Lift {n} stops between floors',
    text: 'Lift {n} stopped between the second and third floor twice this week. Nobody was hurt, but people have begun to take the stairs. When is the next inspection?',
    summary: 'Lift {n} stopped between floors twice; asks for the date of the inspection.',
    tags: ['lift'],
  },
  {
    category: 'technical',
    team: 'property',
    language: 'de',
    priorities: usual,
    subject: 'Klingelanlage in Haus {n} defekt',
    text: 'Guten Tag, seit Montag funktioniert die Klingel von Haus {n} nicht mehr, Besucher müssen anrufen. Bitte teilen Sie uns mit, wann jemand vorbeikommen kann.',
    summary: 'Door bell of house {n} is out of order since Monday.',
    tags: ['door'],
  },
  {
    category: 'technical',
    team: 'product',
    language: 'en',
    priorities: usual,
    subject: 'Export stops at row {n}',
    text: 'The monthly export ends at row {n} without an error message. The file opens, but everything after that row is missing. I tried two browsers and the same happens.',
    summary: 'Monthly export ends early at row {n}, without a message.',
    tags: ['export'],
  },
  {
    category: 'billing',
    team: 'property',
    language: 'en',
    priorities: usual,
    subject: 'Question about service charge statement {n}',
    text: 'In statement {n} the heating costs are twice those of last year although the flat was empty for two months. Would you send me the meter readings on which it is based?',
    summary: 'Disputes the heating costs in statement {n} and asks for the meter readings.',
    tags: ['statement'],
  },
  {
    category: 'billing',
    team: 'product',
    language: 'en',
    priorities: usual,
    subject: 'Invoice {n} was charged twice',
    text: 'Our bank shows two charges for invoice {n} on the same day. One of them needs to be refunded. The statement is attached.',
    summary: 'Invoice {n} was charged twice; asks for a refund.',
    tags: ['invoice', 'refund'],
  },
  {
    category: 'billing',
    team: 'property',
    language: 'fr',
    priorities: usual,
    subject: 'Relance pour la facture {n} déjà payée',
    text: 'Bonjour, nous avons reçu un rappel pour la facture {n}, que nous avons réglée par virement il y a dix jours. Pouvez-vous vérifier et confirmer la réception du paiement ?',
    summary: 'Got a reminder for invoice {n}, which was paid ten days ago.',
    tags: ['invoice'],
  },
  {
    category: 'account',
    team: 'product',
    language: 'en',
    priorities: usual,
    subject: 'Colleague {n} cannot sign in',
    text: 'Our new colleague gets the message that the account does not exist, personnel number {n}. She needs access to the tenant portal by Friday.',
    summary: 'A new colleague, number {n}, has no account yet and needs one by Friday.',
    tags: ['access'],
  },
  {
    category: 'account',
    team: 'property',
    language: 'es',
    priorities: usual,
    subject: 'Cambio de titular del contrato {n}',
    text: 'Hola, a partir del mes que viene el contrato {n} pasa a nombre de mi hermana. ¿Qué documentos necesitan y a qué dirección los envío?',
    summary: 'Contract {n} passes to the sister of the tenant; asks which papers are needed.',
    tags: ['contract'],
  },
  {
    category: 'feature_request',
    team: 'product',
    language: 'en',
    priorities: idle,
    subject: 'A reminder before inspection {n}',
    text: 'It would help us a lot if the portal sent a reminder two days before each inspection, such as number {n} last week, which we nearly missed.',
    summary: 'Wishes for a reminder two days before each inspection.',
    tags: ['idea'],
  },
  {
    category: 'general',
    team: 'property',
    language: 'en',
    priorities: idle,
    subject: 'Key for the bicycle room of house {n}',
    text: 'I moved into house {n} this month and would like a key for the bicycle room. Is there a deposit, and where can I collect it?',
    summary: 'New tenant of house {n} asks for a key to the bicycle room.',
    tags: ['key'],
  },
  {
    category: 'general',
    team: 'property',
    language: 'de',
    priorities: idle,
    subject: 'Frage zur Mülltrennung, Haus {n}',
    text: 'Hallo, vor Haus {n} stehen seit einer Woche keine gelben Tonnen mehr. Wurde der Abholtag geändert, oder fehlen sie versehentlich?',
    summary: 'The recycling bins of house {n} are gone; asks whether the collection day changed.',
    tags: ['waste'],
  },
];

export const answers: [string, ...string[]] = [
  'Thank you for your mail. Somebody will look at it today, and I will write again as soon as I know more.',
  'I have passed this on to the technician. Would tomorrow between nine and twelve suit you?',
  'Could you send a photo, and tell me since when it happens? Then I can order the right part.',
  'This has been put right. Would you check whether everything works on your side?',
];

export const followUps: [string, ...string[]] = [
  'Thank you, tomorrow morning is fine. Please ring at the second door, the first bell does not work.',
  'Is there any news? It has been a while, and it is getting worse.',
  'Here is the photo. It began on Sunday evening, as far as I can tell.',
  'It works again. Thank you for the quick help.',
];

import type { Message } from '../../../backend/contracts/message.ts';
import { words } from '../../words.ts';

type Person = NonNullable<Message['from']>;

export function personName(person: Person | null): string {
  if (person === null) return words.message.unknownSender;
  return person.name === '' ? person.email : person.name;
}

/** Stable id for the face of somebody outside. */
export function personKey(person: Person | null): string {
  return person?.email.toLowerCase() ?? 'unknown';
}

export function peopleText(people: Person[]): string {
  return people.map((person) => (person.name === '' ? person.email : person.name)).join(', ');
}

/** The first words of a message on one line. */
export function snippet(message: Message): string {
  return message.visibleText.slice(0, 300).replace(/\s+/g, ' ').trim();
}

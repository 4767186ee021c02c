import type { OutgoingKind } from '../../vocabulary.ts';
import type { Template, TemplateConditions } from '../template.ts';
import { english } from './english.ts';
import { dutch, french } from './french-and-dutch.ts';
import { german } from './german.ts';
import { italian, portuguese, spanish } from './romance.ts';
import type { ShippedTexts } from './shipped-texts.ts';

const languages: Record<string, ShippedTexts> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  it: italian,
  nl: dutch,
  pt: portuguese,
};

const shapes: Record<keyof ShippedTexts, { kind: OutgoingKind; name: string; when: TemplateConditions }> = {
  acknowledgement: { kind: 'acknowledgement', name: 'Received', when: {} },
  calmAcknowledgement: { kind: 'acknowledgement', name: 'Received, complaint', when: { complaint: true } },
  outsideHours: { kind: 'acknowledgement', name: 'Received outside hours', when: { hours: 'outside' } },
  calmOutsideHours: {
    kind: 'acknowledgement',
    name: 'Received outside hours, complaint',
    when: { complaint: true, hours: 'outside' },
  },
  stillWorking: { kind: 'still_working', name: 'We are still on it', when: {} },
  confirmSolved: { kind: 'confirm_solved', name: 'Is it solved?', when: {} },
  closing: { kind: 'closing', name: 'Closed without an answer', when: {} },
  survey: { kind: 'survey', name: 'How content are you?', when: {} },
  assignment: { kind: 'assignment', name: 'A task for somebody outside', when: {} },
};

/** What is sent until an administrator writes something else. */
export function shippedTemplates(): Template[] {
  return Object.entries(languages).flatMap(([language, texts]) =>
    Object.entries(shapes).map(([key, { kind, name, when }]) => ({
      id: `${language}.${key}`,
      kind,
      name,
      language,
      when,
      text: texts[key as keyof ShippedTexts],
    })),
  );
}

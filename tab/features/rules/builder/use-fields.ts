import { useEffect, useState } from 'react';
import type { CategoriesDocument } from '../../../../backend/contracts/settings.ts';
import { priorityWords, sentimentWords, statusWords } from '../../../../backend/contracts/words.ts';
import { useDirectory } from '../../../session/directory.tsx';
import type { Choice, Directory } from '../../../session/directory-names.ts';
import { useSession } from '../../../session/session.ts';
import type { FieldKind } from './operators.ts';

/** A field that conditions can look at. */
export interface Field {
  /** As in conditions, such as `customer.email`. */
  path: string;
  name: string;
  kind: FieldKind;
  /** Of a choice. */
  choices: Choice[];
}

/** Every field of cases and mails by name, with the choices there are here. */
export function useFields(): Field[] {
  const { api } = useSession();
  const directory = useDirectory();
  const [own, setOwn] = useState<Field[]>([]);
  useEffect(() => {
    // Without them, their paths can still be typed.
    api('readCategories', {}).then(
      (document) => setOwn(ownFields(document)),
      () => undefined,
    );
  }, [api]);
  return [...caseFields(directory), ...own];
}

function caseFields(directory: Directory): Field[] {
  const field = (path: string, name: string, kind: FieldKind, choices: Choice[] = []) => ({
    path,
    name,
    kind,
    choices,
  });
  return [
    field('status', 'Status', 'choice', worded(statusWords)),
    field('priority', 'Priority', 'choice', worded(priorityWords)),
    field('category', 'Category', 'category', directory.categories),
    field('team', 'Team', 'choice', directory.teams),
    field('assignee', 'Assignee', 'choice', directory.agents),
    field('subject', 'Subject', 'text'),
    field('summary', 'Summary', 'text'),
    field('complaint', 'Complaint', 'boolean'),
    field('sentiment', 'Mood', 'choice', worded(sentimentWords)),
    field('language', 'Language', 'text'),
    field('tags', 'Tags', 'list'),
    field('sla', 'Clock', 'choice', worded({ ok: 'ok', at_risk: 'at risk', breached: 'overdue', paused: 'paused' })),
    field('hoursSinceCreated', 'Hours since it was opened', 'number'),
    field('createdAt', 'Opened at', 'date'),
    field('updatedAt', 'Changed at', 'date'),
    field(
      'source',
      'Came by',
      'choice',
      worded({ mail: 'mail', outlook: 'Outlook', teams: 'Teams', tab: 'tab', api: 'API' }),
    ),
    field('mailbox', 'Mailbox', 'text'),
    field('customer.email', 'Customer: address', 'text'),
    field('customer.name', 'Customer: name', 'text'),
    field('customer.domain', 'Customer: domain', 'text'),
    field('message.text', 'Mail: text', 'text'),
    field('message.subject', 'Mail: subject', 'text'),
    field('message.from', 'Mail: sender', 'text'),
    field('message.to', 'Mail: recipients', 'list'),
    field('message.attachments', 'Mail: names of files', 'list'),
    field(
      'message.direction',
      'Mail: direction',
      'choice',
      worded({ inbound: 'to us', outbound: 'from us', note: 'note' }),
    ),
    field('message.automatic', 'Mail: automatic', 'boolean'),
  ];
}

function ownFields({ categories }: CategoriesDocument): Field[] {
  const all = categories.flatMap((category) =>
    (category.fields ?? []).map(({ key, name, type, options = [] }) => ({
      path: `fields.${key}`,
      name: `${category.name}: ${name}`,
      kind: type,
      choices: options.map((option) => ({ id: option, name: option })),
    })),
  );
  return all.filter(({ path }, at) => all.findIndex((other) => other.path === path) === at);
}

function worded(catalogue: Record<string, string>): Choice[] {
  return Object.entries(catalogue).map(([id, name]) => ({ id, name }));
}

/** The field at a path; one that nobody named is a text. */
export function fieldAt(fields: Field[], path: string): Field {
  return fields.find((field) => field.path === path) ?? { path, name: path, kind: 'text', choices: [] };
}

/** A value in words, as far as there are any. */
export function valueWord(field: Field, value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => valueWord(field, one)).join(', ');
  return field.choices.find(({ id }) => id === value)?.name ?? String(value);
}

import { useEffect, useState } from 'react';
import type { CategoriesDocument } from '../../../../backend/contracts/settings.ts';
import { priorityWords, sentimentWords, statusWords } from '../../../../ui/words.ts';
import { useDirectory } from '../../../session/directory.tsx';
import type { Choice, Directory } from '../../../session/directory-names.ts';
import { useSession } from '../../../session/session.ts';
import { words } from '../words.ts';
import { choicesOf } from './choose.tsx';
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
  const field = (path: keyof typeof words.fields, kind: FieldKind, choices: Choice[] = []) => ({
    path,
    name: words.fields[path],
    kind,
    choices,
  });
  return [
    field('status', 'choice', choicesOf(statusWords)),
    field('priority', 'choice', choicesOf(priorityWords)),
    field('category', 'category', directory.categories),
    field('team', 'choice', directory.teams),
    field('assignee', 'choice', directory.agents),
    field('subject', 'text'),
    field('summary', 'text'),
    field('complaint', 'boolean'),
    field('sentiment', 'choice', choicesOf(sentimentWords)),
    field('language', 'text'),
    field('tags', 'list'),
    field('sla', 'choice', choicesOf(words.values.sla)),
    field('hoursSinceCreated', 'number'),
    field('createdAt', 'date'),
    field('updatedAt', 'date'),
    field('source', 'choice', choicesOf(words.values.source)),
    field('mailbox', 'text'),
    field('customer.email', 'text'),
    field('customer.name', 'text'),
    field('customer.domain', 'text'),
    field('message.text', 'text'),
    field('message.subject', 'text'),
    field('message.from', 'text'),
    field('message.to', 'list'),
    field('message.attachments', 'list'),
    field('message.direction', 'choice', choicesOf(words.values.direction)),
    field('message.automatic', 'boolean'),
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

/** The field at a path; one that nobody named is a text. */
export function fieldAt(fields: Field[], path: string): Field {
  return fields.find((field) => field.path === path) ?? { path, name: path, kind: 'text', choices: [] };
}

/** A value in words, as far as there are any. */
export function valueWord(field: Field, value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => valueWord(field, one)).join(', ');
  return field.choices.find(({ id }) => id === value)?.name ?? String(value);
}

import { type Catalogue, inLanguage } from '../../../../ui/language.ts';

const english = {
  open: 'New case',
  title: 'New case',
  lead: 'For what came by phone or in person. Nobody is mailed.',
  subject: 'Subject',
  email: 'Customer’s address',
  name: 'Customer’s name',
  description: 'What happened',
  priority: 'Priority',
  category: 'Category',
  byAnalyst: 'Leave it to the analyst',
  assignee: 'Assignee',
  nobody: 'Nobody',
  cancel: 'Cancel',
  create: 'Create',
  failed: 'The case was not created.',
  done: (number: string) => `Created ${number}.`,
};

const german: Catalogue<typeof english> = {
  open: 'Neuer Fall',
  title: 'Neuer Fall',
  lead: 'Für das, was am Telefon oder persönlich kam. Niemand erhält eine Mail.',
  subject: 'Betreff',
  email: 'Adresse des Kunden',
  name: 'Name des Kunden',
  description: 'Was geschehen ist',
  priority: 'Priorität',
  category: 'Kategorie',
  byAnalyst: 'Dem Analysten überlassen',
  assignee: 'Zuständig',
  nobody: 'Niemand',
  cancel: 'Abbrechen',
  create: 'Anlegen',
  failed: 'Der Fall wurde nicht angelegt.',
  done: (number) => `${number} angelegt.`,
};

export const words = inLanguage(english, german);

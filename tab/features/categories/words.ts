import type { CategoriesDocument } from '../../../backend/contracts/settings.ts';
import { type Catalogue, counted, inLanguage, listText } from '../../../ui/language.ts';

type FieldType = NonNullable<CategoriesDocument['categories'][number]['fields']>[number]['type'];

const english = {
  title: 'Categories',
  lead: 'The tree that cases are sorted into. Fields and tasks hold for everything below.',
  add: 'Category',
  fresh: 'New category',
  none: 'There is no category.',
  fieldCount: (count: number) => counted(count, '# field', '# fields'),
  name: 'Name',
  key: (key: string) => `Cases carry it as ${key}`,
  parent: 'Below',
  top: 'nothing, at the top',
  fields: 'Fields of its cases',
  fieldsLead: 'Beside those of the categories above it.',
  fieldKey: 'Key',
  type: 'Type',
  types: {
    text: 'text',
    number: 'number',
    boolean: 'yes or no',
    date: 'date',
    choice: 'choice',
  } satisfies Record<FieldType, string>,
  options: 'Choices',
  optionsHint: 'With commas between',
  freshField: 'New field',
  freshOption: 'first',
  addField: 'Field',
  removeField: (name: string) => `Remove the field ${name}`,
  tasks: 'Tasks that its cases usually need',
  remove: 'Remove category',
  removeAll: (count: number) => `Remove it and what is below, ${count} categories`,
  presets: 'Begin with a preset',
  presetsTitle: 'Trees to begin with',
  presetLead: (teams: string[]) =>
    teams.length === 0
      ? 'It replaces the tree at once. Cases keep the category they have.'
      : `It replaces the tree at once and adds the teams that are missing: ${listText(teams)}. Cases keep the category they have.`,
  presetTaken: (name: string) => `The tree is that of “${name}” now.`,
  presetNotTaken: 'The tree was not replaced.',
  presetChanges: 'What would change',
  keepTree: 'Keep the tree',
  takePreset: 'Take this tree',
  notListed: 'The presets were not loaded.',
};

const german: Catalogue<typeof english> = {
  title: 'Kategorien',
  lead: 'Der Baum, in den Fälle sortiert werden. Felder und Aufgaben gelten für alles darunter.',
  add: 'Kategorie',
  fresh: 'Neue Kategorie',
  none: 'Es gibt keine Kategorie.',
  fieldCount: (count) => counted(count, '# Feld', '# Felder'),
  name: 'Name',
  key: (key) => `Fälle führen sie als ${key}`,
  parent: 'Unter',
  top: 'nichts, ganz oben',
  fields: 'Felder ihrer Fälle',
  fieldsLead: 'Neben denen der Kategorien darüber.',
  fieldKey: 'Schlüssel',
  type: 'Art',
  types: { text: 'Text', number: 'Zahl', boolean: 'ja oder nein', date: 'Datum', choice: 'Auswahl' },
  options: 'Auswahl',
  optionsHint: 'Mit Kommas dazwischen',
  freshField: 'Neues Feld',
  freshOption: 'erstes',
  addField: 'Feld',
  removeField: (name) => `Das Feld ${name} entfernen`,
  tasks: 'Aufgaben, die ihre Fälle meist brauchen',
  remove: 'Kategorie entfernen',
  removeAll: (count) => `Mit allem darunter entfernen, ${count} Kategorien`,
  presets: 'Mit einer Vorlage beginnen',
  presetsTitle: 'Bäume für den Anfang',
  presetLead: (teams) =>
    teams.length === 0
      ? 'Sie ersetzt den Baum sofort. Fälle behalten ihre Kategorie.'
      : `Sie ersetzt den Baum sofort und fügt fehlende Teams hinzu: ${listText(teams)}. Fälle behalten ihre Kategorie.`,
  presetTaken: (name) => `Der Baum ist jetzt der von „${name}“.`,
  presetNotTaken: 'Der Baum wurde nicht ersetzt.',
  presetChanges: 'Was sich ändern würde',
  keepTree: 'Den Baum behalten',
  takePreset: 'Diesen Baum nehmen',
  notListed: 'Die Vorlagen wurden nicht geladen.',
};

/** Every sentence of the categories in the settings. */
export const words = inLanguage(english, german);

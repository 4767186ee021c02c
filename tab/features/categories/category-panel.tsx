import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { Delete16Regular } from '@fluentui/react-icons/svg/delete';
import { ChoiceField, ListField, TextField } from '../../settings/fields.tsx';
import { Panel, replaced } from '../../settings/panel.tsx';
import { type Branch, below, type Category } from './tree.ts';
import { words } from './words.ts';

type OwnField = NonNullable<Category['fields']>[number];

const useStyles = makeStyles({
  whole: { gridColumn: '1 / -1', minWidth: 0 },
  title: { margin: '4px 0', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  line: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr)) auto',
    gap: '8px',
    alignItems: 'end',
    padding: '6px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr) auto' },
  },
  options: { gridColumn: '1 / -1' },
  quiet: { margin: '4px 0', color: tokens.colorNeutralForeground3 },
});

interface CategoryPanelProps {
  category: Category;
  at: number;
  tree: readonly Branch[];
  readOnly: boolean;
  onChange: (category: Category) => void;
  onRemove: () => void;
}

/** A category: where it hangs, and the fields that its cases have. */
export function CategoryPanel({ category, at, tree, readOnly, onChange, onRemove }: CategoryPanelProps) {
  const styles = useStyles();
  const path = (name: string) => ({ path: `categories.${at}.${name}`, readOnly });
  const own = below(
    tree.map((branch) => branch.category),
    category.key,
  );
  const parents = tree.filter((branch) => !own.includes(branch.category.key));
  const fields = category.fields ?? [];
  const setFields = (now: OwnField[]) => {
    const { fields: _, ...rest } = category;
    onChange(now.length === 0 ? rest : { ...rest, fields: now });
  };
  const tasks = category.taskTemplates ?? [];
  const removeWords = own.length === 1 ? words.remove : words.removeAll(own.length);
  return (
    <Panel title={category.name} onRemove={readOnly ? undefined : { words: removeWords, act: onRemove }}>
      <TextField
        {...{ label: words.name, ...path('name'), value: category.name, required: true, hint: words.key(category.key) }}
        onChange={(name) => onChange({ ...category, name })}
      />
      <ChoiceField
        {...{ label: words.parent, ...path('parent'), value: category.parent ?? '' }}
        options={{ '': words.top, ...Object.fromEntries(parents.map(({ category: c }) => [c.key, c.name])) }}
        onChange={(parent) => onChange({ ...category, parent: parent === '' ? null : parent })}
      />
      <div className={styles.whole}>
        <h3 className={styles.title}>{words.fields}</h3>
        <p className={styles.quiet}>{words.fieldsLead}</p>
        {fields.map((field, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a key is edited while it is written, its place is not.
          <div key={i} className={styles.line}>
            <TextField
              {...{ label: words.name, ...path(`fields.${i}.name`), value: field.name }}
              onChange={(name) => setFields(replaced(fields, i, { ...field, name }))}
            />
            <TextField
              {...{ label: words.fieldKey, ...path(`fields.${i}.key`), value: field.key }}
              onChange={(key) => setFields(replaced(fields, i, { ...field, key }))}
            />
            <ChoiceField
              {...{ label: words.type, ...path(`fields.${i}.type`), value: field.type, options: words.types }}
              onChange={(type) => setFields(replaced(fields, i, ofType(field, type as OwnField['type'])))}
            />
            {!readOnly && (
              <Button
                size="small"
                appearance="subtle"
                icon={<Delete16Regular />}
                aria-label={words.removeField(field.name)}
                onClick={() => setFields(replaced(fields, i, null))}
              />
            )}
            {field.type === 'choice' && (
              <div className={styles.options}>
                <ListField
                  {...{ label: words.options, ...path(`fields.${i}.options`), value: field.options ?? [] }}
                  hint={words.optionsHint}
                  onChange={(options) => setFields(replaced(fields, i, { ...field, options }))}
                />
              </div>
            )}
          </div>
        ))}
        {!readOnly && (
          <Button
            size="small"
            appearance="subtle"
            icon={<Add16Regular />}
            onClick={() =>
              setFields([...fields, { key: `field_${fields.length + 1}`, name: words.freshField, type: 'text' }])
            }
          >
            {words.addField}
          </Button>
        )}
      </div>
      {tasks.length > 0 && (
        <div className={styles.whole}>
          <h3 className={styles.title}>{words.tasks}</h3>
          <p className={styles.quiet}>{tasks.map(({ title }) => title).join(' · ')}</p>
        </div>
      )}
    </Panel>
  );
}

/** Only a choice has options. */
function ofType({ options, ...field }: OwnField, type: OwnField['type']): OwnField {
  return type === 'choice' ? { ...field, type, options: options ?? [words.freshOption] } : { ...field, type };
}

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { ProblemError } from '../../../backend/contracts/client.ts';
import type { Template } from '../../../backend/contracts/templates.ts';
import { useDirectory } from '../../session/directory.tsx';
import { useSession } from '../../session/session.ts';
import { ChoiceField, TextField } from '../../settings/fields.tsx';
import { Panel } from '../../settings/panel.tsx';
import { words } from './words.ts';

const useStyles = makeStyles({
  whole: { gridColumn: '1 / -1', minWidth: 0 },
  marks: { display: 'flex', flexWrap: 'wrap', gap: '4px', marginTop: '4px' },
  mark: { minWidth: 'auto', fontFamily: tokens.fontFamilyMonospace, fontWeight: tokens.fontWeightRegular },
  paper: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    margin: '4px 0 0',
    padding: '12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: '6px',
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  wrong: { margin: '4px 0 0', color: tokens.colorStatusDangerForeground3 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
});

const placeholders = [
  ...['case.number', 'case.subject', 'customer.name', 'agent.name', 'team.name', 'mailbox.address'],
  ...['firstResponse.target', 'firstResponse.due', 'hours.back'],
];

interface TemplatePanelProps {
  template: Template;
  at: number;
  readOnly: boolean;
  onChange: (template: Template | null) => void;
}

/** A template with its conditions, and how it reads with a made-up case. */
export function TemplatePanel({ template, at, readOnly, onChange }: TemplatePanelProps) {
  const styles = useStyles();
  const { categories } = useDirectory();
  const field = (name: string) => ({ path: `templates.${at}.${name}`, readOnly });
  const when = (part: Template['when']) => {
    const entries = Object.entries({ ...template.when, ...part }).filter(([, value]) => value !== undefined);
    onChange({ ...template, when: Object.fromEntries(entries) });
  };
  const { complaint, category, hours } = template.when;
  const names = Object.fromEntries(categories.map(({ id, name }) => [id, name]));
  return (
    <Panel title={template.name} onRemove={readOnly ? undefined : { words: words.remove, act: () => onChange(null) }}>
      <TextField
        {...{ label: words.name, ...field('name'), value: template.name, required: true }}
        onChange={(name) => onChange({ ...template, name })}
      />
      <TextField
        {...{ label: words.language, ...field('language'), value: template.language ?? '', hint: words.languageHint }}
        onChange={(language) => onChange({ ...template, language: language.trim() === '' ? null : language.trim() })}
      />
      <ChoiceField
        {...{ label: words.category, ...field('when.category'), value: category ?? '' }}
        options={{ '': words.any, ...names }}
        onChange={(value) => when({ category: value === '' ? undefined : value })}
      />
      <ChoiceField
        {...{ label: words.complaint, ...field('when.complaint'), options: words.complaints }}
        value={complaint === undefined ? '' : String(complaint)}
        onChange={(value) => when({ complaint: value === '' ? undefined : value === 'true' })}
      />
      <ChoiceField
        {...{ label: words.hours, ...field('when.hours'), value: hours ?? '', options: words.hourKinds }}
        onChange={(value) => when({ hours: value === '' ? undefined : (value as 'inside') })}
      />
      <div className={styles.whole}>
        <TextField
          {...{ label: words.text, ...field('text'), value: template.text, long: true, required: true }}
          onChange={(text) => onChange({ ...template, text })}
        />
        {!readOnly && (
          <fieldset className={styles.marks} style={{ border: 'none', padding: 0 }} aria-label={words.placeholders}>
            {placeholders.map((name) => (
              <Button
                key={name}
                size="small"
                className={styles.mark}
                onClick={() => onChange({ ...template, text: `${template.text}{{${name}}}` })}
              >
                {`{{${name}}}`}
              </Button>
            ))}
          </fieldset>
        )}
      </div>
      <div className={styles.whole}>
        <Reading text={template.text} language={template.language ?? 'en'} />
      </div>
    </Panel>
  );
}

/** The text as a customer would read it, as the server fills it. */
function Reading({ text, language }: { text: string; language: string }) {
  const styles = useStyles();
  const { api } = useSession();
  const [read, setRead] = useState<{ text: string } | { wrong: string } | null>(null);
  useEffect(() => {
    // Whoever writes does not want an answer for every letter.
    const timer = setTimeout(() => {
      api('previewTemplate', { body: { text, language } }).then(setRead, (error: unknown) => {
        const faults = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
        setRead({ wrong: faults.map(({ message }) => message).join('. ') || words.noPreview });
      });
    }, 300);
    return () => clearTimeout(timer);
  }, [api, text, language]);
  return (
    <section aria-label={words.preview}>
      <p className={styles.quiet}>{words.preview}</p>
      {read !== null && 'wrong' in read && <p className={styles.wrong}>{read.wrong}</p>}
      {read !== null && 'text' in read && <p className={styles.paper}>{read.text}</p>}
    </section>
  );
}

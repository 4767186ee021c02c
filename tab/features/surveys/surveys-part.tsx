import { Field, Input, makeStyles, Select, Switch, tokens } from '@fluentui/react-components';
import type { TemplatesDocument } from '../../../backend/contracts/templates.ts';
import { surveyLanguages } from '../../../backend/contracts/words.ts';
import { locale } from '../../../ui/language.ts';
import type { SettingsPartProps } from '../../page-props.ts';
import { DocumentFrame } from '../../settings/document-frame.tsx';
import { Panel } from '../../settings/panel.tsx';
import { useDocument } from '../../settings/use-document.ts';
import { words } from './words.ts';

type Survey = NonNullable<TemplatesDocument['survey']>;

/** Where nobody has decided anything yet. */
const none: Survey = { enabled: false, after: 'closed', perCustomerDays: 1, answerDays: 30, questions: {} };

const useStyles = makeStyles({
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
  heading: { margin: '4px 0 0', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

const languageNames = new Intl.DisplayNames(locale, { type: 'language' });

/** Whether, when and with which question customers are asked how content they are. */
export default function SurveysPart({ readOnly }: SettingsPartProps) {
  const document = useDocument('templates');
  const set = (part: Partial<Survey>) =>
    document.change((now) => ({ ...now, survey: { ...(now.survey ?? none), ...part } }));
  return (
    <DocumentFrame document={document} title={words.title} lead={words.lead} readOnly={readOnly}>
      {(draft) => (
        <Panel title={words.when}>
          <SurveyForm survey={draft.survey ?? none} set={set} readOnly={readOnly} />
        </Panel>
      )}
    </DocumentFrame>
  );
}

interface SurveyFormProps {
  survey: Survey;
  set: (part: Partial<Survey>) => void;
  readOnly: boolean;
}

function SurveyForm({ survey, set, readOnly }: SurveyFormProps) {
  const styles = useStyles();
  const days = (text: string, least: number) => Math.min(365, Math.max(least, Math.trunc(Number(text)) || 0));
  const ask = (language: string, text: string) => {
    const { [language]: _, ...others } = survey.questions;
    set({ questions: text === '' ? others : { ...others, [language]: text } });
  };
  return (
    <>
      <Switch
        label={words.enabled}
        checked={survey.enabled}
        disabled={readOnly}
        onChange={(_, { checked }) => set({ enabled: checked })}
      />
      <Field label={words.after}>
        <Select
          value={survey.after}
          disabled={readOnly}
          onChange={(_, { value }) => set({ after: value === 'resolved' ? 'resolved' : 'closed' })}
        >
          <option value="closed">{words.afters.closed}</option>
          <option value="resolved">{words.afters.resolved}</option>
        </Select>
      </Field>
      <Field label={words.perCustomer} hint={words.perCustomerHint}>
        <Input
          type="number"
          min={0}
          max={365}
          value={String(survey.perCustomerDays)}
          readOnly={readOnly}
          onChange={(_, { value }) => set({ perCustomerDays: days(value, 0) })}
        />
      </Field>
      <Field label={words.answerDays}>
        <Input
          type="number"
          min={1}
          max={365}
          value={String(survey.answerDays)}
          readOnly={readOnly}
          onChange={(_, { value }) => set({ answerDays: days(value, 1) })}
        />
      </Field>
      <h2 className={styles.heading}>{words.questions}</h2>
      <p className={styles.quiet}>{words.questionsHint}</p>
      {surveyLanguages.map((language) => (
        <Field key={language} label={languageNames.of(language) ?? language}>
          <Input
            lang={language}
            maxLength={300}
            value={survey.questions[language] ?? ''}
            readOnly={readOnly}
            onChange={(_, { value }) => ask(language, value)}
          />
        </Field>
      ))}
    </>
  );
}

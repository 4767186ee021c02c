import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { AiDocument, AiUsage } from '../../../backend/contracts/ai.ts';
import { decimalText, numberText } from '../../../ui/language.ts';
import type { SettingsPartProps } from '../../page-props.ts';
import { useSession } from '../../session/session.ts';
import { DocumentFrame } from '../../settings/document-frame.tsx';
import { ChoiceField, ListField, NumberField, SwitchField } from '../../settings/fields.tsx';
import { Panel } from '../../settings/panel.tsx';
import { useDocument } from '../../settings/use-document.ts';
import { ProblemBar } from '../../shell/problem-bar.tsx';
import { words } from './words.ts';

const text = words.ai;

const useStyles = makeStyles({
  spent: { maxWidth: '720px' },
  table: { width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' },
  head: { padding: '4px 8px 4px 0', textAlign: 'start', fontWeight: tokens.fontWeightRegular },
  cell: { padding: '4px 8px 4px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  quiet: { margin: '0 0 4px', color: tokens.colorNeutralForeground3 },
});

/** What language models may see and cost, and what they have cost. */
export default function AiPart({ readOnly }: SettingsPartProps) {
  const document = useDocument('ai');
  const set = (part: Partial<AiDocument>) => document.change((now) => ({ ...now, ...part }));
  return (
    <DocumentFrame document={document} title={text.title} lead={text.lead} readOnly={readOnly}>
      {({ engine, optOutMailboxes, retry, redaction, prices, useLearned }) => (
        <>
          <Panel title={text.use}>
            <ChoiceField
              {...{ label: text.engine, path: 'engine', readOnly, value: engine, options: text.engines }}
              hint={text.engineHint}
              onChange={(value) => set({ engine: value as AiDocument['engine'] })}
            />
            <ChoiceField
              {...{ label: text.redaction, path: 'redaction', readOnly, value: redaction, options: text.redactions }}
              hint={text.redactionHint}
              onChange={(value) => set({ redaction: value as AiDocument['redaction'] })}
            />
            <ListField
              {...{ label: text.optOut, path: 'optOutMailboxes', readOnly, value: optOutMailboxes }}
              hint={text.optOutHint}
              onChange={(value) => set({ optOutMailboxes: value })}
            />
            <SwitchField
              {...{ label: text.retry, path: 'retry', readOnly, value: retry, hint: text.retryHint }}
              onChange={(value) => set({ retry: value })}
            />
            <NumberField
              {...{ label: text.input, path: 'prices.inputPerMillion', readOnly, value: prices.inputPerMillion }}
              onChange={(value) => set({ prices: { ...prices, inputPerMillion: value ?? 0 } })}
            />
            <NumberField
              {...{ label: text.output, path: 'prices.outputPerMillion', readOnly, value: prices.outputPerMillion }}
              onChange={(value) => set({ prices: { ...prices, outputPerMillion: value ?? 0 } })}
            />
            <SwitchField
              {...{ label: text.learned, path: 'useLearned', readOnly, value: useLearned, hint: text.learnedHint }}
              onChange={(value) => set({ useLearned: value })}
            />
          </Panel>
          <Spending />
        </>
      )}
    </DocumentFrame>
  );
}

const daysShown = 14;

function Spending() {
  const styles = useStyles();
  const { api } = useSession();
  const [usage, setUsage] = useState<AiUsage | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => void api('aiUsage', { query: { days: daysShown } }).then(setUsage, setError), [api]);
  if (error !== null) return <ProblemBar what={text.notCounted} error={error} />;
  if (usage === null) return null;
  const { dailyTokenLimit, today, days } = usage;
  const used = today.input + today.output + today.reserved;
  const spent = days.filter(({ calls }) => calls > 0).slice(0, daysShown);
  return (
    <section className={styles.spent} aria-label={text.spent}>
      <p className={styles.quiet}>
        {dailyTokenLimit === null ? text.noModel : text.today(numberText(used), numberText(dailyTokenLimit))}
      </p>
      {spent.length === 0 ? (
        <p className={styles.quiet}>{text.nothing(daysShown)}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              {Object.values(text.columns).map((name) => (
                <th key={name} scope="col" className={styles.head}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {spent.map(({ of, calls, input, output, cost }) => (
              <tr key={of}>
                {[of, numberText(calls), numberText(input), numberText(output), decimalText(cost, 2)].map((cell, i) => (
                  <td key={Object.keys(text.columns)[i]} className={styles.cell}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

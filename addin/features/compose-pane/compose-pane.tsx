import { Button, Input, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { TextAdd20Regular } from '@fluentui/react-icons/svg/text-add';
import { useDeferredValue, useState } from 'react';
import type { Case } from '../../../backend/contracts/case.ts';
import type { Api } from '../../../ui/api.ts';
import { textHtml } from '../../../ui/text-html.ts';
import { insertHtml, replaceHtml } from '../../office/draft-item.ts';
import { ClockLines } from '../case-pane/clock-lines.tsx';
import { PaneFrame, Section } from '../case-pane/layout.tsx';
import { type PaneProblem, problemOf } from '../case-pane/pane-problem.ts';
import { ProblemBar } from '../case-pane/problem-bar.tsx';
import { PaneSkeleton } from '../case-pane/skeletons.tsx';
import { Guard, TokenLine } from './guard.tsx';
import { useDraft } from './use-draft.ts';
import { filled, type ReadyText, useTexts } from './use-texts.ts';

const useStyles = makeStyles({
  head: { display: 'flex', gap: '8px', alignItems: 'baseline', minWidth: 0 },
  number: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  subject: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground3,
  },
  search: { width: '100%' },
  list: { listStyleType: 'none', margin: '6px 0 0', padding: 0 },
  row: {
    width: '100%',
    justifyContent: 'space-between',
    gap: '8px',
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'left',
    minWidth: 0,
  },
  title: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap', textTransform: 'uppercase' },
  empty: { margin: '8px 0 0', color: tokens.colorNeutralForeground3 },
  preview: {
    margin: '8px 0 0',
    padding: '8px 10px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    maxHeight: '40vh',
    overflowY: 'auto',
  },
  insert: { flexGrow: 1, minHeight: '36px' },
});

type Kind = 'templates' | 'articles' | 'draft';

interface Chosen {
  key: string;
  text: string;
  blanks: string[];
}

/** Beside a mail that is being written: whether it may go as it is, and texts to put into it. */
export function ComposePane({ api }: { api: Api }) {
  const styles = useStyles();
  const { draft, value, check, problem, look } = useDraft(api);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [fault, setFault] = useState<PaneProblem | null>(null);
  if (draft === null || (value === undefined && problem === null)) return <PaneSkeleton />;

  function put(write: (html: string) => Promise<void>): void {
    if (chosen === null) return;
    setFault(null);
    write(textHtml(chosen.text)).then(look, (error) => setFault(problemOf(error, 'The text was not put in.')));
  }
  const foot = (
    <>
      <Button
        appearance="primary"
        className={styles.insert}
        icon={<TextAdd20Regular />}
        disabledFocusable={chosen === null}
        onClick={() => put(insertHtml)}
      >
        Insert
      </Button>
      <Button disabledFocusable={chosen === null} onClick={() => put(replaceHtml)}>
        Replace text
      </Button>
    </>
  );
  return (
    <PaneFrame foot={foot}>
      <Section>
        {value ? (
          <>
            <h1 className={styles.head} style={{ margin: 0, fontSize: 'inherit' }}>
              <span className={styles.number}>{value.number}</span>
              <span className={styles.subject}>{value.subject}</span>
            </h1>
            <ClockLines sla={value.sla} />
          </>
        ) : (
          <h1 className={styles.head} style={{ margin: 0, fontSize: 'inherit' }}>
            This mail belongs to no case
          </h1>
        )}
      </Section>
      {problem !== null && <ProblemBar problem={problem} />}
      {fault !== null && <ProblemBar problem={fault} />}
      {value && check !== null && <Guard value={value} draft={draft} check={check} onChanged={look} />}
      {value && <TokenLine value={value} draft={draft} onChanged={look} />}
      <TextChoice
        api={api}
        value={value ?? null}
        chosen={chosen}
        onChoose={setChosen}
        onFault={(error) => setFault(problemOf(error, 'The text was not loaded.'))}
      />
    </PaneFrame>
  );
}

interface TextChoiceProps {
  api: Api;
  value: Case | null;
  chosen: Chosen | null;
  onChoose: (chosen: Chosen | null) => void;
  onFault: (error: unknown) => void;
}

function TextChoice({ api, value, chosen, onChoose, onFault }: TextChoiceProps) {
  const styles = useStyles();
  const [kind, setKind] = useState<Kind>('templates');
  const [words, setWords] = useState('');
  const texts = useTexts(api, value?.language ?? 'en');
  const looked = useDeferredValue(words.trim().toLowerCase());
  const rows = kind === 'draft' ? [] : texts[kind].filter((text) => matches(text, looked));

  async function choose(text: ReadyText): Promise<void> {
    try {
      onChoose({ key: text.id, ...(await filled(api, text, value)) });
    } catch (error) {
      onFault(error);
    }
  }
  async function draft(): Promise<void> {
    if (value === null) return;
    try {
      const { text } = await api('draftReply', { params: { id: value.id }, body: {} });
      onChoose({ key: 'draft', text, blanks: [] });
    } catch (error) {
      onFault(error);
    }
  }
  return (
    <Section label="Texts">
      <Input
        className={styles.search}
        type="search"
        aria-label="Find a text"
        placeholder="Find a text"
        value={words}
        onChange={(_, data) => setWords(data.value)}
      />
      <TabList size="small" selectedValue={kind} onTabSelect={(_, data) => setKind(data.value as Kind)}>
        <Tab value="templates">Templates</Tab>
        <Tab value="articles">Articles</Tab>
        <Tab value="draft">Draft</Tab>
      </TabList>
      {kind === 'draft' ? (
        <Button size="small" style={{ marginTop: 8 }} disabledFocusable={value === null} onClick={() => void draft()}>
          Draft a reply
        </Button>
      ) : rows.length === 0 ? (
        <p className={styles.empty}>
          {looked === '' ? 'None yet. They are written in the settings.' : 'None matches.'}
        </p>
      ) : (
        <ul className={styles.list}>
          {rows.slice(0, 20).map((text) => (
            <li key={text.id}>
              <Button
                appearance="subtle"
                size="small"
                className={styles.row}
                aria-pressed={chosen?.key === text.id}
                onClick={() => void choose(text)}
              >
                <span className={styles.title}>{text.title}</span>
                <span className={styles.quiet}>{text.language ?? ''}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {chosen !== null && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must get there */}
          <section className={styles.preview} aria-label="Text to be put in" tabIndex={0}>
            {chosen.text}
          </section>
          <p className={styles.empty} role="status">
            {blankWords(chosen.blanks)}
          </p>
        </>
      )}
    </Section>
  );
}

function matches({ title, text }: ReadyText, words: string): boolean {
  return `${title}\n${text}`.toLowerCase().includes(words);
}

function blankWords(blanks: string[]): string {
  if (blanks.length === 0) return 'Nothing is left to fill in.';
  return `${blanks.length} ${blanks.length === 1 ? 'blank' : 'blanks'} left: ${blanks.join(', ')}. Fill in the mail.`;
}

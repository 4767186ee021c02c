import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowReply16Regular } from '@fluentui/react-icons/svg/arrow-reply';
import { Sparkle16Regular } from '@fluentui/react-icons/svg/sparkle';
import { useState } from 'react';
import type { DraftReply } from '../../../backend/contracts/knowledge.ts';
import type { Api } from '../../../ui/api.ts';
import { textHtml } from '../../../ui/text-html.ts';
import { openReplyForm } from '../../office/reply-form.ts';
import { Section, SectionHeading } from './layout.tsx';
import { type PaneProblem, problemOf } from './pane-problem.ts';
import type { WithCase } from './pane-state.ts';
import { ProblemBar } from './problem-bar.tsx';

const useStyles = makeStyles({
  text: {
    margin: '6px 0 8px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  mark: { color: tokens.colorBrandForeground1, fontSize: tokens.fontSizeBase100, marginLeft: '1px' },
  struck: {
    margin: '0 0 8px',
    padding: '6px 8px',
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  sources: { margin: '8px 0 0', paddingLeft: '20px', overflowWrap: 'anywhere' },
});

/** A draft in which every sentence names what it rests on; it goes into Outlook's own reply form, never out by itself. */
export function SuggestedReply({ api, state }: { api: Api; state: WithCase }) {
  const styles = useStyles();
  const [draft, setDraft] = useState<DraftReply | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<PaneProblem | null>(null);

  async function attempt(failed: string, work: () => Promise<void>): Promise<void> {
    setBusy(true);
    setProblem(null);
    await work().catch((error: unknown) => setProblem(problemOf(error, failed)));
    setBusy(false);
  }
  const ask = () =>
    attempt('No reply was drafted.', async () =>
      setDraft(await api('draftReply', { params: { id: state.value.id }, body: {} })),
    );
  const reply = (text: string) =>
    attempt('Outlook did not open its reply form.', () => openReplyForm(state.mail.itemId, textHtml(text)));

  return (
    <Section label="Suggested reply">
      <SectionHeading>
        <Sparkle16Regular /> Suggested reply
        {draft !== null && <span className={styles.quiet}>{draft.engine === 'local' ? 'local engine' : 'OpenAI'}</span>}
      </SectionHeading>
      {problem !== null && <ProblemBar problem={problem} />}
      {draft === null ? (
        <div className={styles.buttons}>
          <Button size="small" disabledFocusable={busy} onClick={() => void ask()}>
            {busy ? 'Drafting …' : 'Draft a reply'}
          </Button>
        </div>
      ) : (
        <Drafted draft={draft} busy={busy} onReply={() => void reply(draft.text)} onAgain={() => void ask()} />
      )}
    </Section>
  );
}

interface DraftedProps {
  draft: DraftReply;
  busy: boolean;
  onReply: () => void;
  onAgain: () => void;
}

function Drafted({ draft, busy, onReply, onAgain }: DraftedProps) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const sources = sourcesOf(draft);
  return (
    <>
      <p className={styles.text}>
        {markedText(draft, sources).map((part, at) => (
          // The parts have no names of their own and never change place.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <span key={at}>
            {part.text}
            {part.numbers.length > 0 && <sup className={styles.mark}>{part.numbers.join(',')}</sup>}
          </span>
        ))}
      </p>
      {draft.unsupported.map(({ sentence, why }) => (
        <p key={sentence} className={styles.struck}>
          Left out: “{sentence}” <span className={styles.quiet}>{why}</span>
        </p>
      ))}
      <div className={styles.buttons}>
        <Button appearance="primary" icon={<ArrowReply16Regular />} disabledFocusable={busy} onClick={onReply}>
          Reply with draft
        </Button>
        <Button appearance="transparent" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          Sources ({sources.length})
        </Button>
        <Button appearance="transparent" size="small" disabledFocusable={busy} onClick={onAgain}>
          Draft again
        </Button>
      </div>
      {open && (
        <ol className={styles.sources}>
          {sources.map(({ key, title }) => (
            <li key={key}>{title}</li>
          ))}
        </ol>
      )}
    </>
  );
}

interface Source {
  key: string;
  title: string;
}

/** What the draft rests on, each once, in the order of the text. Our own set phrases prove nothing and are not listed. */
export function sourcesOf({ citations }: Pick<DraftReply, 'citations'>): Source[] {
  const all = citations.flatMap(({ sources }) => sources).filter(({ kind }) => kind !== 'phrase');
  return [...new Map(all.map(({ kind, id, title }) => [`${kind}|${id}`, { key: `${kind}|${id}`, title }])).values()];
}

/** The text in pieces, each followed by the numbers of its sources. */
export function markedText(
  { text, citations }: Pick<DraftReply, 'text' | 'citations'>,
  listed: Source[],
): { text: string; numbers: number[] }[] {
  const parts: { text: string; numbers: number[] }[] = [];
  let at = 0;
  for (const { sentence, sources } of citations) {
    const found = text.indexOf(sentence, at);
    if (found < 0) continue;
    const end = found + sentence.length;
    const keys = sources.map(({ kind, id }) => `${kind}|${id}`);
    const numbers = listed.flatMap(({ key }, index) => (keys.includes(key) ? [index + 1] : []));
    parts.push({ text: text.slice(at, end), numbers });
    at = end;
  }
  return at < text.length ? [...parts, { text: text.slice(at), numbers: [] }] : parts;
}

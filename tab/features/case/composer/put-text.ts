import type { Case } from '../../../../backend/contracts/case.ts';
import type { Suggestions } from '../../../../backend/contracts/knowledge.ts';
import type { Api } from '../../../../ui/api.ts';
import { markdownText } from '../../../components/markdown-blocks.ts';

type Listener = (text: string) => void;

const listeners = new Set<Listener>();

/** Puts a text into the reply of the case that is open, below what stands there. */
export function putIntoReply(text: string): void {
  for (const listener of [...listeners]) listener(text);
}

/** Hears of texts to be put into the reply; answers how to stop. */
export function onPut(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What was there stays, and what comes stands below it. */
export function joined(before: string, added: string): string {
  return before.trim() === '' ? added : `${before.trimEnd()}\n\n${added}`;
}

/** An article as words of a mail: without its marks, and a ready answer with its placeholders filled in. */
export async function wordsOf(api: Api, value: Case, article: Suggestions['articles'][number]): Promise<string> {
  const { kind, text, language } = article;
  if (kind === 'article') return markdownText(text);
  const trial = { text, language: language ?? value.language, case: value.id };
  // An answer whose blanks cannot be filled in is still worth having.
  const filled = await api('previewTemplate', { body: trial }).then(
    (answer) => answer.text,
    () => text,
  );
  return markdownText(filled);
}

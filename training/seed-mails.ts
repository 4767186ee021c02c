import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Priority, type Sentiment, shippedCategories } from '../backend/domain/vocabulary.ts';

/** A mail with everything known about it. A label that is not known is absent. */
export interface Example {
  subject: string;
  text: string;
  category?: string;
  complaint?: boolean;
  priority?: Priority;
  sentiment?: Sentiment;
  language?: string;
  /** Who wrote it; folds are drawn by it. */
  source: string;
  /** How much it counts in training. */
  weight: number;
}

interface Core {
  category: string;
  priority: Priority;
  sentiment: Sentiment;
  complaint: boolean;
  subject: string;
  text: string;
}

const folder = path.join(import.meta.dirname, 'seeds');
const priorityCodes: Record<string, Priority> = { c: 'critical', u: 'urgent', h: 'high', m: 'medium', l: 'low' };
const moodCodes: Record<string, Sentiment> = { p: 'positive', '0': 'neutral', '-': 'negative', f: 'frustrated' };

/** Every seed mail with its label, each told in several tones. The same for ever: no chance is involved. */
export function seedMails(): Example[] {
  const tones = readTones(readFileSync(path.join(import.meta.dirname, 'tones.txt'), 'utf8'));
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => {
      const language = name.slice(0, 2);
      const cores = readCores(readFileSync(path.join(folder, name), 'utf8'), name);
      return cores.flatMap((core, index) => toldInTones(core, index, language, tones));
    });
}

function readCores(text: string, name: string): Core[] {
  const cores: Core[] = [];
  let category = '';
  for (const line of text.split('\n')) {
    if (line.startsWith('## ')) category = line.slice(3).trim();
    if (line.trim() === '' || line.startsWith('#')) continue;
    const found = /^([cuhml])([p0f-])( !)? \| (.*?) ?\| (.+)$/.exec(line);
    if (found === null || !(shippedCategories as readonly string[]).includes(category)) {
      throw new Error(`${name}: not a seed: ${line}`);
    }
    const [, priority = '', mood = '', complaint, subject = '', body = ''] = found;
    cores.push({
      category,
      priority: priorityCodes[priority] ?? 'medium',
      sentiment: moodCodes[mood] ?? 'neutral',
      complaint: complaint !== undefined,
      subject,
      text: body.replaceAll('\\n', '\n'),
    });
  }
  return cores;
}

type Tones = Map<string, string[]>;

function readTones(text: string): Tones {
  const tones: Tones = new Map();
  let section = '';
  for (const line of text.split('\n')) {
    if (line.startsWith('## ')) section = line.slice(3).trim();
    else if (line.trim() !== '' && !line.startsWith('#')) tones.set(section, [...(tones.get(section) ?? []), line]);
  }
  return tones;
}

/** The plain mail; one that complains; one in a hurry or in none; one that is pleased or sorry. */
function toldInTones(core: Core, index: number, language: string, tones: Tones): Example[] {
  const say = (role: string, at = index) => {
    const bank = tones.get(`${language} ${role}`) ?? [];
    return bank[at % bank.length] ?? '';
  };
  const example = (parts: string[], changes: Partial<Example> = {}, subject = core.subject): Example => ({
    category: core.category,
    complaint: core.complaint,
    priority: core.priority,
    sentiment: core.sentiment,
    language,
    source: `seeds-${language}`,
    weight: 1,
    subject,
    text: parts.filter((part) => part !== '').join(index % 3 === 0 ? '\n\n' : ' '),
    ...changes,
  });
  const angry = index % 3 !== 1;
  const mild = core.sentiment === 'neutral';
  const happy = mild && core.priority !== 'critical' && core.priority !== 'urgent' && index % 2 === 0;
  const calm = (core.priority === 'medium' || core.priority === 'low') && index % 2 === 1;
  return [
    example([index % 2 === 0 ? say('greeting') : '', core.text, index % 4 < 2 ? say('closing') : '']),
    example(
      index % 2 === 0
        ? [say('greeting', index + 1), core.text, say(`complaint ${angry ? 'frustrated' : 'negative'}`)]
        : [say(`complaint ${angry ? 'frustrated' : 'negative'}`), core.text, say('closing', index + 1)],
      { complaint: true, sentiment: angry ? 'frustrated' : 'negative' },
      index % 5 === 0 ? '' : core.subject,
    ),
    example([say('greeting', index + 2), core.text, say(calm ? 'calm' : 'urgent'), say('context')], {
      priority: calm ? 'low' : raised(core),
    }),
    example(
      [say('context', index + 5), core.text, say(happy ? 'positive' : 'negative'), say('closing', index + 2)],
      { sentiment: mild ? (happy ? 'positive' : 'negative') : core.sentiment },
      index % 4 === 0 ? '' : core.subject,
    ),
  ];
}

/** Speed asked for lifts a matter one level, and a wish no further than medium. */
function raised({ priority, category }: Core): Priority {
  if (priority === 'low') return 'medium';
  if (priority === 'medium') return category === 'feature_request' || category === 'general' ? 'medium' : 'high';
  return priority;
}

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Priority, type Sentiment, shippedCategories } from '../backend/domain/vocabulary.ts';
import { type Manner, type Tones, tell } from './tell.ts';

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
  /** What is told of; the same matter in other tones has the same. Folds never part it. */
  matter: string;
  /** How much it counts in training. */
  weight: number;
}

/** A matter as it was written down, before any tone. */
export interface Core {
  category: string;
  priority: Priority;
  sentiment: Sentiment;
  complaint: boolean;
  subject: string;
  text: string;
}

const priorityCodes: Record<string, Priority> = { c: 'critical', u: 'urgent', h: 'high', m: 'medium', l: 'low' };
const moodCodes: Record<string, Sentiment> = { p: 'positive', '0': 'neutral', '-': 'negative', f: 'frustrated' };

/** Every seed mail with its labels, each told in several tones. The same for ever: no chance is involved. */
export function seedMails(): Example[] {
  const tones = readTones(readFileSync(path.join(import.meta.dirname, 'tones.txt'), 'utf8'));
  return readFolder('seeds', (core, index, { language, manner, source }) =>
    tell(core, index, manner, language, tones).map((told) => ({
      ...told,
      language,
      source,
      matter: `${source} ${index}`,
    })),
  );
}

/** Mails in manners of writing that no seed has, as they stand. Never trained on; for measuring alone. */
export function heldOutMails(): Example[] {
  return readFolder('held-out', (core, index, { language }) => {
    const source = `held-out-${language}`;
    return [{ ...core, language, source, matter: `${source} ${index}`, weight: 1 }];
  });
}

interface Leaf {
  language: string;
  manner: Manner;
  source: string;
}

/** A file is named by its language and, after a hyphen, by how its matters are written. */
function readFolder(folder: string, told: (core: Core, index: number, leaf: Leaf) => Example[]): Example[] {
  const place = path.join(import.meta.dirname, folder);
  const names = readdirSync(place).filter((name) => name.endsWith('.txt'));
  return names.sort().flatMap((name) => {
    const [language = '', manner = 'mail'] = path.basename(name, '.txt').split('-');
    const leaf = { language, manner: manner as Manner, source: `seeds-${language}-${manner}` };
    return readCores(readFileSync(path.join(place, name), 'utf8'), name).flatMap((core, at) => told(core, at, leaf));
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

function readTones(text: string): Tones {
  const tones: Tones = new Map();
  let section = '';
  for (const line of text.split('\n')) {
    if (line.startsWith('## ')) section = line.slice(3).trim();
    else if (line.trim() !== '' && !line.startsWith('#')) tones.set(section, [...(tones.get(section) ?? []), line]);
  }
  return tones;
}

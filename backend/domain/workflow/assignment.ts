import type { SupportCase } from '../case/case.ts';

/** How a team hands out its work. */
export interface Strategy {
  kind: 'manual' | 'round_robin' | 'least_load';
  /** Whoever had the customer's last case has the next one too, if they can take it. */
  sticky: boolean;
}

/** Somebody of a team, as they stand now. */
export interface Worker {
  id: string;
  name: string;
  /** Category keys and tags; nobody else gets cases of a kind that somebody of the team is skilled in. */
  skills: string[];
  /** ISO 639-1. */
  languages: string[];
  /** Most open cases at a time; null for no limit. */
  capacity: number | null;
  /** Open cases. */
  load: number;
  /** Null when at work, else why not. */
  away: string | null;
}

export interface Choice {
  /** Agent id, or null when nobody can take it now. */
  agent: string | null;
  /** A sentence for the history. */
  why: string;
}

export interface Need extends Pick<SupportCase, 'category' | 'tags' | 'language'> {
  /** Who had the customer's last case. */
  lastAgent: string | null;
  /** Who got the team's last case. */
  lastChosen: string | null;
  /** Not to be chosen, such as whoever is leaving. */
  except?: string | null;
}

/** Who of a team gets a case, and why. Deterministic: the same need and workers give the same choice. */
export function chooseAgent(need: Need, { kind, sticky }: Strategy, team: readonly Worker[]): Choice {
  if (kind === 'manual') return { agent: null, why: 'The team hands out its work by hand.' };
  const able = ableFor(need, team);
  const free = able.workers.filter((worker) => isFree(worker) && worker.id !== need.except);
  if (free.length === 0) return { agent: null, why: whyNobody(able.workers) };
  const known = sticky ? free.find(({ id }) => id === need.lastAgent) : undefined;
  if (known !== undefined) return chosen(known, `had this customer's last case${able.words}`);
  const next = kind === 'round_robin' ? nextInTurn(free, need.lastChosen) : leastLoaded(free);
  const reason = kind === 'round_robin' ? 'next in turn' : `fewest open cases (${loadOf(next)})`;
  return chosen(next, `${reason} of ${free.length} who can take it${able.words}`);
}

function chosen({ id, name }: Worker, why: string): Choice {
  return { agent: id, why: `${name}: ${why}.` };
}

/** Those skilled in it where anybody is, and of them those who speak the language where anybody does. */
function ableFor({ category, tags, language }: Need, team: readonly Worker[]): { workers: Worker[]; words: string } {
  const wanted = [category, ...tags];
  const skill = wanted.find((one) => team.some(({ skills }) => skills.includes(one)));
  const skilled = skill === undefined ? [...team] : team.filter(({ skills }) => skills.includes(skill));
  const speaking = skilled.filter(({ languages }) => languages.includes(language));
  const words = [
    skill === undefined ? [] : [`knows ${skill}`],
    speaking.length === 0 ? [] : [`speaks ${language}`],
  ].flat();
  const workers = speaking.length === 0 ? skilled : speaking;
  return { workers, words: words.map((word) => `, ${word}`).join('') };
}

function isFree({ away, capacity, load }: Worker): boolean {
  return away === null && (capacity === null || load < capacity);
}

function whyNobody(workers: readonly Worker[]): string {
  if (workers.length === 0) return 'Nobody is on the team.';
  const here = workers.filter(({ away }) => away === null);
  return here.length === 0 ? 'Nobody of the team is at work.' : 'Everybody at work has their hands full.';
}

function nextInTurn(free: readonly Worker[], lastChosen: string | null): Worker {
  const inOrder = [...free].sort(byId);
  const next = inOrder.find(({ id }) => lastChosen !== null && id > lastChosen) ?? inOrder[0];
  return next as Worker;
}

/** By share of capacity where it is limited, so that a half-day colleague is not filled up first. */
function leastLoaded(free: readonly Worker[]): Worker {
  const share = ({ load, capacity }: Worker) => (capacity === null ? load : load / capacity);
  const comparable = free.every(({ capacity }) => capacity !== null);
  const weight = (worker: Worker) => (comparable ? share(worker) : worker.load);
  return [...free].sort((a, b) => weight(a) - weight(b) || byId(a, b))[0] as Worker;
}

function loadOf({ load, capacity }: Worker): string {
  return capacity === null ? String(load) : `${load} of ${capacity}`;
}

function byId(a: Worker, b: Worker): number {
  return a.id < b.id ? -1 : 1;
}

import type { Priority } from '../backend/domain/vocabulary.ts';
import type { Core, Example } from './seed-mails.ts';

/**
 * How the matters of a file are written: as mails, as short remarks, as letters of many trades, as issues of developers, as
 * questions to engineers; `moods` and `mixed` (wishes in disguise, several matters, chains, notes) carry their own tone.
 */
export type Manner = 'mail' | 'short' | 'wide' | 'issue' | 'moods' | 'advice' | 'mixed';

/** Sentences by language and role. */
export type Tones = Map<string, string[]>;

export type Told = Omit<Example, 'language' | 'source' | 'matter'>;

/** One matter in the tones that people use for such ones; `index` chooses among the sentences. */
export function tell(core: Core, index: number, manner: Manner, language: string, tones: Tones): Told[] {
  const teller = new Teller(core, index, language, tones);
  if (manner === 'short') return [teller.bare(), teller.surrounded(), teller.loud(), teller.complaining()];
  if (manner === 'issue') return [teller.bare(), teller.titled()];
  if (manner === 'moods') return [teller.bare(), teller.plain()];
  if (manner === 'mixed') return [teller.bare(), teller.plain(), teller.long()];
  return [
    teller.plain(),
    teller.complaining(),
    teller.hurried(),
    teller.felt(),
    teller.formal(),
    teller.titled(),
    teller.long(),
    ...(index % 3 === 0 ? [teller.forwarded()] : []),
  ];
}

class Teller {
  readonly core: Core;
  readonly index: number;
  readonly language: string;
  readonly tones: Tones;

  constructor(core: Core, index: number, language: string, tones: Tones) {
    this.core = core;
    this.index = index;
    this.language = language;
    this.tones = tones;
  }

  bare(): Told {
    return this.example([this.core.text]);
  }

  /** The plain mail. */
  plain(): Told {
    const { core, index } = this;
    return this.example([
      index % 2 === 0 ? this.say('greeting') : '',
      core.text,
      index % 4 < 2 ? this.say('closing') : '',
    ]);
  }

  /** The writer complains of how they were treated. */
  complaining(): Told {
    const { core, index } = this;
    const angry = index % 3 !== 1;
    const complaint = this.say(`complaint ${angry ? 'frustrated' : 'negative'}`);
    return this.example(
      index % 2 === 0
        ? [this.say('greeting', index + 1), core.text, complaint]
        : [complaint, core.text, this.say('closing', index + 1)],
      { complaint: true, sentiment: angry ? 'frustrated' : 'negative' },
      index % 5 === 0 ? '' : core.subject,
    );
  }

  /** In a hurry, or in none. */
  hurried(): Told {
    const { core, index } = this;
    const calm = (core.priority === 'medium' || core.priority === 'low') && index % 2 === 1;
    return this.example(
      [this.say('greeting', index + 2), core.text, this.say(calm ? 'calm' : 'urgent'), this.say('context')],
      { priority: calm ? 'low' : raised(core) },
    );
  }

  /** Pleased, or sorry. */
  felt(): Told {
    const { core, index } = this;
    const mild = core.sentiment === 'neutral';
    const happy = mild && core.priority !== 'critical' && core.priority !== 'urgent' && index % 2 === 0;
    return this.example(
      [
        this.say('context', index + 5),
        core.text,
        this.say(happy ? 'positive' : 'negative'),
        this.say('closing', index + 2),
      ],
      { sentiment: mild ? (happy ? 'positive' : 'negative') : core.sentiment },
      index % 4 === 0 ? '' : core.subject,
    );
  }

  /** A letter in the language of offices. */
  formal(): Told {
    const { core, index } = this;
    return this.example([
      this.say('greeting', index + 3),
      this.say('opening'),
      core.text,
      this.say('ending', index + 1),
    ]);
  }

  /** The matter between words about the firm and asides about settled matters of other kinds, which say nothing of it. */
  long(): Told {
    const { core, index } = this;
    const [background, aside] = [this.say('background', index + 1), this.say('aside', index + 2)];
    return this.example([
      this.say('greeting', index + 4),
      index % 2 === 0 ? this.say('opening', index + 1) : background,
      index % 4 < 2 ? aside : '',
      core.text,
      index % 2 === 0 ? background : '',
      index % 4 < 2 ? '' : aside,
      this.say('request'),
      this.say(index % 2 === 0 ? 'ending' : 'closing', index + 3),
    ]);
  }

  /** No more than what others write into the subject. */
  titled(): Told {
    const { core, index } = this;
    const title = core.subject === '' ? (core.text.split(/[.!?\n]/)[0] ?? '') : core.subject;
    const text = [index % 2 === 0 ? this.say('before') : '', title, index % 3 === 0 ? this.say('after') : ''];
    return this.example(text, {}, '');
  }

  surrounded(): Told {
    return this.example([this.say('before'), this.core.text, this.say('after')]);
  }

  /** In capitals, or as the subject of a mail that says nothing more. */
  loud(): Told {
    const { core, index } = this;
    if (index % 2 === 0) return this.example([core.text.toUpperCase(), this.say('after', index + 3).toUpperCase()]);
    return this.example([this.say('after', index + 2)], {}, core.text);
  }

  forwarded(): Told {
    const { core } = this;
    return this.example([this.say('forward'), core.text, this.say('closing')], {}, `FW: ${core.subject}`);
  }

  private say(role: string, at = this.index): string {
    const bank = this.tones.get(`${this.language} ${role}`) ?? [];
    return bank[at % bank.length] ?? '';
  }

  private example(parts: string[], changes: Partial<Told> = {}, subject = this.core.subject): Told {
    const joint = this.index % 3 === 0 ? '\n\n' : ' ';
    return { ...this.core, subject, text: parts.filter((part) => part !== '').join(joint), weight: 1, ...changes };
  }
}

/** Speed asked for lifts a matter one level, and a wish no further than medium. */
function raised({ priority, category }: Core): Priority {
  if (priority === 'low') return 'medium';
  if (priority === 'medium') return category === 'feature_request' || category === 'general' ? 'medium' : 'high';
  return priority;
}

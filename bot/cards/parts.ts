import type {
  Action,
  AdaptiveCard,
  BandStyle,
  Container,
  Element,
  Execute,
  RichText,
  TextBlock,
  TextColor,
  TextRun,
} from './elements.ts';

/** Teams shows more only behind a menu, and more than four is more than a person reads. */
const mostActions = 4;
/** Teams ignores the whole list when it is longer. */
const mostViewers = 60;

/** The whole card. `refresh` is asked for by clients that show the card again later. */
export function card(content: {
  sentence: string;
  body: Element[];
  actions?: Action[];
  refresh?: Execute;
  /** Teams' ids of those for whom clients refresh the card by themselves; only the first 60 count. */
  viewers?: readonly string[] | undefined;
}): AdaptiveCard {
  const { sentence, body, actions = [], refresh, viewers = [] } = content;
  const userIds = viewers.slice(0, mostViewers);
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: sentence,
    ...(refresh !== undefined && { refresh: { action: refresh, ...(userIds.length > 0 && { userIds }) } }),
    body,
    ...(actions.length > 0 && { actions: actions.slice(0, mostActions) }),
  };
}

/** An action the bot answers in place, with the message fallback for clients that lack it. */
export function execute(title: string, verb: string, data: Record<string, unknown>, style?: 'positive'): Execute {
  return {
    type: 'Action.Execute',
    title,
    verb,
    data,
    ...(style !== undefined && { style }),
    fallback: { type: 'Action.Submit', title, data: { ...data, verb } },
  };
}

export interface Band {
  style: BandStyle;
  /** State in a word or two, at the left. */
  state: string;
  /** Instant or number, at the right. */
  right: string;
}

/** Ink wherever a host's own pair of text and ground is too pale to read; the word and the ground say it all the same. */
const bandColors: Record<BandStyle, TextColor> = {
  emphasis: 'default',
  warning: 'default',
  attention: 'attention',
  good: 'default',
};

/** The head of a card: state left, instant right, on a ground that repeats the state. */
export function band({ style, state, right }: Band): Container {
  const text = (words: string): TextBlock => ({
    type: 'TextBlock',
    text: words,
    weight: 'bolder',
    color: bandColors[style],
    wrap: true,
  });
  return {
    type: 'Container',
    style,
    bleed: true,
    items: [
      {
        type: 'ColumnSet',
        columns: [
          { type: 'Column', width: 'stretch', items: [text(state)] },
          { type: 'Column', width: 'auto', items: [{ ...text(right), horizontalAlignment: 'right' }] },
        ],
      },
    ],
  };
}

export function openDashboard(url: string): Action {
  return { type: 'Action.OpenUrl', title: 'Open dashboard', url };
}

/** The title of a card that is not about one case. */
export function title(text: string): TextBlock {
  return { type: 'TextBlock', text, weight: 'bolder', size: 'medium', wrap: true };
}

/** What others wrote, as it stands: the text must have gone through `line`. */
export function asWritten(text: string, look: Partial<TextRun> = {}, spacing?: RichText['spacing']): RichText {
  return {
    type: 'RichTextBlock',
    inlines: [{ type: 'TextRun', text, ...look }],
    ...(spacing !== undefined && { spacing }),
  };
}

/** A sentence of ours; may hold `plain()` text. */
export function sentence(text: string, look: Partial<TextBlock> = {}): TextBlock {
  return { type: 'TextBlock', text, wrap: true, ...look };
}

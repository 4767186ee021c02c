/** The part of Adaptive Cards 1.5 that our cards use (adaptivecards.io/explorer). Teams accepts nothing newer. */
export interface AdaptiveCard {
  type: 'AdaptiveCard';
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  version: '1.5';
  /** One full sentence for clients that cannot draw cards, and for notifications. */
  fallbackText: string;
  /** `userIds` are Teams' own ids of at most 60 people, for whom clients refresh by themselves. */
  refresh?: { action: Execute; userIds?: string[] };
  body: Element[];
  actions?: Action[];
}

export type BandStyle = 'emphasis' | 'warning' | 'attention' | 'good';
export type TextColor = 'default' | 'warning' | 'attention' | 'good';
export type Spacing = 'none' | 'small' | 'default' | 'medium';

export type Element = TextBlock | RichText | Container | Columns | Facts | Actions | Picture | Input;

/** Reads markdown and `{{TIME()}}`, so it may hold our own words and `plain()` text only. */
export interface TextBlock {
  type: 'TextBlock';
  text: string;
  wrap?: boolean;
  weight?: 'bolder';
  size?: 'small' | 'default' | 'medium' | 'large' | 'extraLarge';
  color?: TextColor;
  isSubtle?: boolean;
  spacing?: Spacing;
  horizontalAlignment?: 'left' | 'right';
}

/** Shows text as it stands, without markdown: the place for what customers wrote. */
export interface RichText {
  type: 'RichTextBlock';
  inlines: TextRun[];
  spacing?: Spacing;
}

export interface TextRun {
  type: 'TextRun';
  text: string;
  weight?: 'bolder';
  color?: TextColor;
  size?: 'small' | 'default' | 'medium' | 'large';
  isSubtle?: boolean;
}

export interface Container {
  type: 'Container';
  items: Element[];
  style?: BandStyle;
  bleed?: boolean;
  spacing?: Spacing;
}

export interface Columns {
  type: 'ColumnSet';
  columns: Column[];
  spacing?: Spacing;
  separator?: boolean;
  selectAction?: Execute;
}

export interface Column {
  type: 'Column';
  width: 'auto' | 'stretch' | `${number}px`;
  items: Element[];
  spacing?: Spacing;
  verticalContentAlignment?: 'top' | 'center';
}

export interface Facts {
  type: 'FactSet';
  facts: { title: string; value: string }[];
  spacing?: Spacing;
}

export interface Actions {
  type: 'ActionSet';
  actions: Action[];
}

/** An image. `altText` says what it shows. */
export interface Picture {
  type: 'Image';
  url: string;
  altText: string;
  size?: 'stretch' | 'auto';
  spacing?: Spacing;
}

/** Where a person writes or chooses; what they did is sent under `id`. */
export type Input = TextInput | ChoiceInput | ToggleInput;

interface Labelled {
  id: string;
  label: string;
  isRequired?: boolean;
  /** Said when a required input is empty. */
  errorMessage?: string;
  spacing?: Spacing;
}

export interface TextInput extends Labelled {
  type: 'Input.Text';
  value?: string;
  placeholder?: string;
  isMultiline?: boolean;
  maxLength?: number;
  style?: 'text' | 'email';
}

export interface ChoiceInput extends Labelled {
  type: 'Input.ChoiceSet';
  value?: string;
  style?: 'compact' | 'expanded';
  isMultiSelect?: boolean;
  choices: { title: string; value: string }[];
}

export interface ToggleInput {
  type: 'Input.Toggle';
  id: string;
  title: string;
  value?: 'true' | 'false';
  spacing?: Spacing;
}

export type Action = Execute | OpenUrl | Submit;

/** Answered by the bot in place. A client that does not know it sends the same data as a message instead. */
export interface Execute {
  type: 'Action.Execute';
  title: string;
  verb: string;
  data: Record<string, unknown>;
  style?: 'positive';
  fallback: Submit;
}

/** Sends its data, with what was written into the card, as a message or to a dialog's door. */
export interface Submit {
  type: 'Action.Submit';
  title: string;
  data: Record<string, unknown>;
  style?: 'positive';
}

export interface OpenUrl {
  type: 'Action.OpenUrl';
  title: string;
  url: string;
}

/** The part of Adaptive Cards 1.5 that our cards use (adaptivecards.io/explorer). Teams accepts nothing newer. */
export interface AdaptiveCard {
  type: 'AdaptiveCard';
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  version: '1.5';
  /** One full sentence for clients that cannot draw cards, and for notifications. */
  fallbackText: string;
  refresh?: { action: Execute };
  body: Element[];
  actions?: Action[];
}

export type BandStyle = 'emphasis' | 'warning' | 'attention' | 'good';
export type TextColor = 'default' | 'warning' | 'attention' | 'good';
export type Spacing = 'none' | 'small' | 'default' | 'medium';

export type Element = TextBlock | RichText | Container | Columns | Facts | Actions;

/** Reads markdown and `{{TIME()}}`, so it may hold our own words and `plain()` text only. */
export interface TextBlock {
  type: 'TextBlock';
  text: string;
  wrap?: boolean;
  weight?: 'bolder';
  size?: 'small' | 'default' | 'medium' | 'large';
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

export type Action = Execute | OpenUrl;

/** Answered by the bot in place. A client that does not know it sends the same data as a message instead. */
export interface Execute {
  type: 'Action.Execute';
  title: string;
  verb: string;
  data: Record<string, unknown>;
  style?: 'positive';
  fallback: Submit;
}

export interface Submit {
  type: 'Action.Submit';
  title: string;
  data: Record<string, unknown>;
}

export interface OpenUrl {
  type: 'Action.OpenUrl';
  title: string;
  url: string;
}

import { AdaptiveCard as RenderedCard } from 'adaptivecards';
import ajvModule, { type ValidateFunction } from 'ajv';
import ajvFormats from 'ajv-formats';
import { JSDOM } from 'jsdom';
import type { AdaptiveCard } from '../../bot/cards/elements.ts';
import { sharedJson } from './shared.ts';

const { default: Ajv } = ajvModule as unknown as { default: typeof import('ajv').default };
const addFormats = ajvFormats as unknown as (ajv: object) => void;
const compiled = new Map<string, ValidateFunction>();

interface Schema {
  id?: string;
  $id?: string;
  $schema?: string;
  definitions: Record<string, { required?: string[] }>;
}

function validator(name: string, compile: () => ValidateFunction): ValidateFunction {
  const known = compiled.get(name) ?? compile();
  compiled.set(name, known);
  return known;
}

/** Faults of a card by the official schema of Adaptive Cards 1.5. */
export function cardFaults(card: AdaptiveCard): string[] {
  const validate = validator('card', () => {
    const { id, $schema, ...schema } = sharedJson<Schema>('schemas/adaptive-card-1.5.0.json');
    return newAjv().compile(schema);
  });
  return faultsOf(validate, card);
}

/** Faults of an activity by the Bot Framework's protocol. */
export function activityFaults(activity: unknown): string[] {
  const validate = validator('activity', () => {
    const { $id, $schema, ...schema } = sharedJson<Schema>('schemas/botframework-protocol.json');
    // The published schema demands fields of accounts that no channel sends.
    for (const name of ['ChannelAccount', 'ConversationAccount']) {
      const definition = schema.definitions[name];
      if (definition !== undefined) definition.required = ['id'];
    }
    const ajv = newAjv();
    ajv.addSchema(schema, 'bf');
    return ajv.compile({ $ref: 'bf#/definitions/Activity' });
  });
  return faultsOf(validate, activity);
}

function newAjv(): InstanceType<typeof Ajv> {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  return ajv;
}

function faultsOf(validate: ValidateFunction, data: unknown): string[] {
  if (validate(data)) return [];
  return (validate.errors ?? []).slice(0, 8).map((error) => `${error.instancePath} ${error.message}`);
}

export interface Drawn {
  html: string;
  /** What a person reads. */
  text: string;
  faults: string[];
  links: string[];
}

const { window } = new JSDOM('<!doctype html><body></body>');
// jsdom does not lay out, so it lacks `innerText`; for setting, it is the same as `textContent`.
Object.defineProperty(window.HTMLElement.prototype, 'innerText', {
  set(this: { textContent: string }, text: string) {
    this.textContent = text;
  },
});

/** Draws a card with the reference renderer, with the markdown that clients know. */
export function draw(card: AdaptiveCard): Drawn {
  const restore = borrow({
    window,
    document: window.document,
    HTMLElement: window.HTMLElement,
    HTMLButtonElement: window.HTMLButtonElement,
    HTMLInputElement: window.HTMLInputElement,
    HTMLTextAreaElement: window.HTMLTextAreaElement,
    HTMLSelectElement: window.HTMLSelectElement,
    Node: window.Node,
  });
  try {
    RenderedCard.onProcessMarkdown = (text, result) => {
      result.outputHtml = markdown(text);
      result.didProcess = true;
    };
    const rendered = new RenderedCard();
    rendered.parse(structuredClone(card));
    const faults = rendered.validateProperties().validationEvents.map(({ message }) => message);
    const element = rendered.render();
    if (element === undefined) return { html: '', text: '', faults: [...faults, 'nothing was drawn'], links: [] };
    window.document.body.replaceChildren(element);
    const links = [...window.document.querySelectorAll('a')].map(({ href }) => href);
    return { html: element.outerHTML, text: window.document.body.textContent ?? '', faults, links };
  } finally {
    restore();
  }
}

/** What clients make of a text: backslashes protect, links and emphasis work, HTML does not. */
function markdown(text: string): string {
  const protectedMarks: string[] = [];
  const hidden = text.replace(
    /\\([\\`*_~[\]<>#|.)+=-])/g,
    (_, mark: string) => `\ue000${protectedMarks.push(mark) - 1}\ue001`,
  );
  const html = hidden
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, '<a href="$2">$1</a>')
    .replace(/\*\*([^*]+)\*\*/g, '<b>$1</b>')
    .replace(/_([^_]+)_/g, '<i>$1</i>')
    .replace(/^#+ (.*)$/gm, '<h1>$1</h1>');
  return html.replace(/\ue000(\d+)\ue001/g, (_, index: string) =>
    (protectedMarks[Number(index)] ?? '').replace('<', '&lt;'),
  );
}

/** Lends globals that the renderer looks up while it draws. */
function borrow(globals: Record<string, unknown>): () => void {
  const before = Object.keys(globals).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  return () => {
    for (const [name, descriptor] of before) {
      if (descriptor === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, descriptor);
    }
  };
}

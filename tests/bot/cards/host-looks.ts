export type Look = 'light' | 'dark' | 'contrast';

interface Colours {
  page: string;
  card: string;
  ink: string;
  subtle: string;
  attention: string;
  warning: string;
  good: string;
  grounds: { emphasis: string; attention: string; warning: string; good: string };
  button: string;
  line: string;
}

const colours: Record<Look, Colours> = {
  light: {
    page: '#f5f5f5',
    card: '#ffffff',
    ink: '#242424',
    subtle: '#616161',
    attention: '#b10e1c',
    warning: '#8a3707',
    good: '#0e700e',
    grounds: { emphasis: '#f5f5f5', attention: '#fdf3f4', warning: '#fff9f5', good: '#f1faf1' },
    button: '#5b5fc7',
    line: '#d1d1d1',
  },
  dark: {
    page: '#141414',
    card: '#292929',
    ink: '#ffffff',
    subtle: '#adadad',
    attention: '#e37d80',
    warning: '#faa06b',
    good: '#54b054',
    grounds: { emphasis: '#333333', attention: '#3b0509', warning: '#411200', good: '#052505' },
    button: '#7f85f5',
    line: '#525252',
  },
  contrast: {
    page: '#000000',
    card: '#000000',
    ink: '#ffffff',
    subtle: '#ffffff',
    attention: '#ffffff',
    warning: '#ffffff',
    good: '#ffffff',
    grounds: { emphasis: '#000000', attention: '#000000', warning: '#000000', good: '#000000' },
    button: '#1aebff',
    line: '#ffffff',
  },
};

/** How Teams draws cards in its three themes, as far as the reference renderer can be told. */
export const hostLooks = Object.fromEntries(
  Object.entries(colours).map(([look, one]) => [look, { config: configOf(one), css: cssOf(one) }]),
) as Record<Look, { config: object; css: string }>;

function configOf(one: Colours): object {
  const text = (colour: string) => ({ default: colour, subtle: one.subtle });
  const foregroundColors = {
    default: text(one.ink),
    attention: text(one.attention),
    warning: text(one.warning),
    good: text(one.good),
    accent: text(one.button),
  };
  const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors });
  return {
    fontFamily: 'Segoe UI, Open Sans, sans-serif',
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    fontSizes: { small: 12, default: 14, medium: 16, large: 20, extraLarge: 24 },
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
    supportsInteractivity: true,
    separator: { lineThickness: 1, lineColor: one.line },
    containerStyles: {
      default: style(one.card),
      emphasis: style(one.grounds.emphasis),
      attention: style(one.grounds.attention),
      warning: style(one.grounds.warning),
      good: style(one.grounds.good),
    },
    actions: { maxActions: 6, buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left' },
    factSet: { title: { color: 'default', isSubtle: true, weight: 'default', maxWidth: 150 }, spacing: 12 },
  };
}

function cssOf({ page, card, ink, subtle, button, line }: Colours): string {
  return `
    body { margin: 12px; background: ${page}; color: ${ink}; font: 14px 'Segoe UI', 'Open Sans', sans-serif; }
    main { column-gap: 16px; }
    section { break-inside: avoid; margin-bottom: 16px; overflow: hidden; }
    h2 { font-size: 12px; font-weight: 400; color: ${subtle}; margin: 0 0 4px; }
    section > div { border: 1px solid ${line}; border-radius: 8px; overflow: hidden; }
    button { background: transparent; color: ${ink}; border: 1px solid ${line}; border-radius: 4px; padding: 6px 12px; font: 600 13px inherit; white-space: nowrap; }
    .ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
    button.style-positive { background: ${button}; color: ${card === '#ffffff' ? '#fff' : '#000'}; border-color: ${button}; }
    input:not([type="checkbox"]), textarea, select { width: 100%; box-sizing: border-box; background: ${card}; color: ${ink}; border: 1px solid ${line}; border-radius: 4px; padding: 6px; font: inherit; }
  `;
}

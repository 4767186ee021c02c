import type { Appearance } from '../../../../ui/appearance.ts';

export interface Palette {
  /** At most four series; the second mark beside the colour is the line's dash or the point's shape. */
  series: readonly [string, string, string, string];
  /** From few to many. */
  heat: readonly { ground: string; ink: string }[];
}

/** Chosen so that each stands out from the page in its look. */
export const palettes: Record<Appearance, Palette> = {
  light: {
    series: ['#5b5fc7', '#1b7f83', '#9a6a1d', '#8764b8'],
    heat: [
      { ground: '#ededfa', ink: '#424242' },
      { ground: '#d0d1f1', ink: '#242424' },
      { ground: '#aaace5', ink: '#242424' },
      { ground: '#5b5fc7', ink: '#ffffff' },
      { ground: '#3d3e78', ink: '#ffffff' },
    ],
  },
  dark: {
    series: ['#7f85f5', '#4cb4b7', '#dcb67a', '#b4a0ff'],
    heat: [
      { ground: '#2f2f4a', ink: '#d6d6d6' },
      { ground: '#41427a', ink: '#ffffff' },
      { ground: '#4f52b2', ink: '#ffffff' },
      { ground: '#7f85f5', ink: '#0d0d0d' },
      { ground: '#c5cbfa', ink: '#0d0d0d' },
    ],
  },
  contrast: {
    series: ['#ffff00', '#1aebff', '#3ff23f', '#ffffff'],
    heat: Array.from({ length: 5 }, () => ({ ground: 'transparent', ink: '#ffffff' })),
  },
};

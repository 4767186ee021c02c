import { makeStyles, tokens } from '@fluentui/react-components';

/** What charts have in common. */
export const useChartStyles = makeStyles({
  chart: { position: 'relative', minWidth: 0 },
  svg: { display: 'block', width: '100%', overflow: 'visible' },
  axis: { fontSize: '11px', fill: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  label: { fontSize: '11px', fontWeight: tokens.fontWeightSemibold, fill: tokens.colorNeutralForeground1 },
  grid: { stroke: tokens.colorNeutralStroke3, strokeWidth: 1 },
  base: { stroke: tokens.colorNeutralStroke1, strokeWidth: 1 },
  before: { fill: 'none', stroke: tokens.colorNeutralForeground4, strokeWidth: 1.5, strokeDasharray: '3 3' },
  goal: { stroke: tokens.colorNeutralForeground3, strokeWidth: 1, strokeDasharray: '1 3' },
  line: { fill: 'none', strokeWidth: 2, strokeLinejoin: 'round' },
  hit: {
    fill: 'transparent',
    cursor: 'pointer',
    outlineStyle: 'none',
    ':hover': { fill: tokens.colorNeutralForeground1, fillOpacity: 0.06 },
  },
  link: {
    outlineStyle: 'none',
    ':focus-visible > rect': { stroke: tokens.colorStrokeFocus2, strokeWidth: 2 },
  },
  none: { color: tokens.colorNeutralForeground3, padding: '16px 0' },
});

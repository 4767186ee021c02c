import { makeStyles, tokens } from '@fluentui/react-components';
import type { Workspace } from '../../../backend/contracts/workspace.ts';
import type { Width } from '../../shell/width.ts';

/** Columns that somebody may have or not, in the order of the list. */
export const dataColumns = [
  'number',
  'priority',
  'subject',
  'customer',
  'status',
  'assignee',
  'team',
  'category',
  'clock',
  'created',
  'updated',
] as const;
export type DataColumn = (typeof dataColumns)[number];
/** `select` and `unread` stand before the others and are always there. */
export type ColumnKey = 'select' | 'unread' | DataColumn;

export const usualColumns: readonly DataColumn[] = dataColumns.filter(
  (key) => key !== 'team' && key !== 'category' && key !== 'created',
);

/** What gives way as the page narrows. The customer moves behind the subject before it goes. */
const givesWay: Record<Width, DataColumn[]> = {
  full: [],
  wide: ['customer', 'team', 'category', 'created'],
  medium: ['customer', 'team', 'category', 'created', 'number', 'updated'],
  phone: [],
};

const widths: Record<ColumnKey, string> = {
  select: '28px',
  unread: '12px',
  number: '64px',
  priority: '88px',
  subject: 'minmax(0, 1fr)',
  customer: '152px',
  status: '136px',
  assignee: '118px',
  team: '96px',
  category: '110px',
  clock: '156px',
  created: '52px',
  updated: '52px',
};

/** How the list is laid out at one width of the page. */
export interface GridShape {
  phone: boolean;
  columns: ColumnKey[];
  template: string;
  heights: { group: number; case: number };
  /** Whether the customer stands behind the subject, having no column. */
  customerInside: boolean;
}

export function shapeAt(width: Width, layout: Pick<Workspace, 'columns' | 'density'>): GridShape {
  const phone = width === 'phone';
  const wanted: readonly string[] = layout.columns ?? usualColumns;
  const shown = dataColumns.filter(
    (key) => key === 'subject' || (wanted.includes(key) && !givesWay[width].includes(key)),
  );
  const columns: ColumnKey[] = phone ? ['subject', 'clock'] : ['select', 'unread', ...shown];
  const caseHeight = layout.density === 'comfortable' ? 44 : 36;
  return {
    phone,
    columns,
    template: phone ? 'minmax(0, 1fr) auto' : columns.map((key) => widths[key]).join(' '),
    heights: phone ? { group: 30, case: 62 } : { group: 28, case: caseHeight },
    customerInside: !columns.includes('customer'),
  };
}

export const headHeight = 30;

/** The box that head, rows and skeleton share, so that their columns stand in line. */
export const useRowBox = makeStyles({
  row: {
    display: 'grid',
    alignItems: 'center',
    columnGap: '8px',
    padding: '0 12px 0 16px',
    boxSizing: 'border-box',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
});

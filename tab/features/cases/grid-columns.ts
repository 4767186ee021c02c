import { makeStyles, tokens } from '@fluentui/react-components';
import type { Width } from '../../shell/width.ts';

export type ColumnKey = 'number' | 'priority' | 'subject' | 'customer' | 'status' | 'assignee' | 'clock' | 'updated';

/** What there is room for. The customer moves behind the subject before it goes. */
const columnsAt: Record<Width, ColumnKey[]> = {
  full: ['number', 'priority', 'subject', 'customer', 'status', 'assignee', 'clock', 'updated'],
  wide: ['number', 'priority', 'subject', 'status', 'assignee', 'clock', 'updated'],
  medium: ['priority', 'subject', 'status', 'assignee', 'clock'],
  phone: ['subject', 'clock'],
};

const widths: Record<ColumnKey, string> = {
  number: '60px',
  priority: '80px',
  subject: 'minmax(0, 1fr)',
  customer: '176px',
  status: '136px',
  assignee: '118px',
  clock: '144px',
  updated: '48px',
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

export function shapeAt(width: Width): GridShape {
  const phone = width === 'phone';
  const columns = columnsAt[width];
  return {
    phone,
    columns,
    template: phone ? 'minmax(0, 1fr) auto' : columns.map((key) => widths[key]).join(' '),
    heights: phone ? { group: 30, case: 62 } : { group: 28, case: 36 },
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
    padding: '0 12px 0 20px',
    boxSizing: 'border-box',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
});

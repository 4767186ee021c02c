import { Badge, mergeClasses } from '@fluentui/react-components';
import { Mail12Regular } from '@fluentui/react-icons/svg/mail';
import { Megaphone12Regular } from '@fluentui/react-icons/svg/megaphone';
import { QuestionCircle12Regular } from '@fluentui/react-icons/svg/question-circle';
import type { Case } from '../../../backend/contracts/case.ts';
import { ClockCell } from '../../../ui/clock.tsx';
import { ageText, fullInstant } from '../../../ui/format.ts';
import { Person, Unassigned } from '../../../ui/person.tsx';
import { PriorityLabel } from '../../../ui/priority.tsx';
import { StatusLabel } from '../../../ui/status.tsx';
import { useNavigation, useRouteLink } from '../../navigation.tsx';
import { useDirectory } from '../../session/directory.tsx';
import { categoryName, teamName } from '../../session/directory-names.ts';
import { words } from '../../words.ts';
import type { ColumnKey, GridShape } from './grid-columns.ts';
import { useLineStyles } from './line-styles.ts';
import type { Row } from './list-state.ts';
import { SelectBox } from './select-box.tsx';
import { listWords } from './words.ts';

interface CaseCellProps {
  column: ColumnKey;
  row: Row;
  selected: boolean;
  fresh: number | null;
  shape: GridShape;
  nowMs: number;
}

export function CaseCell({ column, row, selected, fresh, shape, nowMs }: CaseCellProps) {
  const value = row.case;
  const directory = useDirectory();
  switch (column) {
    case 'select':
      return <SelectBox state={selected ? 'on' : 'off'} />;
    case 'unread':
      return fresh === null ? null : <UnreadDot />;
    case 'number':
      return value.number;
    case 'priority':
      return <PriorityLabel priority={value.priority} />;
    case 'subject':
      return <About row={row} fresh={fresh} shape={shape} />;
    case 'customer':
      return <CustomerName value={value} />;
    case 'status':
      return <StatusLabel status={value.status} />;
    case 'assignee':
      return <Assignee value={value} />;
    case 'clock':
      return <ClockCell sla={value.sla} nowMs={nowMs} />;
    case 'team':
      return value.team === null ? null : <Clipped text={teamName(directory, value.team)} />;
    case 'category':
      return <Clipped text={categoryName(directory, value.category)} />;
    case 'created':
      return <Age at={value.createdAt} nowMs={nowMs} />;
    case 'updated':
      return <Age at={value.updatedAt} nowMs={nowMs} />;
  }
}

/** What has not been seen; the row's sentence says it in words. */
export function UnreadDot() {
  return <span aria-hidden className={useLineStyles().dot} />;
}

function Clipped({ text }: { text: string }) {
  return (
    <span className={useLineStyles().clipped} title={text}>
      {text}
    </span>
  );
}

function Age({ at, nowMs }: { at: string; nowMs: number }) {
  return (
    <time dateTime={at} title={fullInstant(Date.parse(at))}>
      {ageText(Date.parse(at), nowMs)}
    </time>
  );
}

export function customerName(value: Case): string {
  return value.customer.name === '' ? value.customer.email : value.customer.name;
}

function CustomerName({ value }: { value: Case }) {
  const styles = useLineStyles();
  return (
    <span className={styles.clipped} title={value.customer.email}>
      {customerName(value)}
    </span>
  );
}

function Assignee({ value }: { value: Case }) {
  if (value.assignee === null) return <Unassigned />;
  return <Person id={value.assignee} name={value.assigneeName ?? value.assignee} />;
}

/** Subject first; the snippet gives way before the chips, the chips before the subject. */
function About({ row, fresh, shape }: { row: Row; fresh: number | null; shape: GridShape }) {
  const styles = useLineStyles();
  const value = row.case;
  return (
    <div className={styles.about}>
      <span className={styles.aboutHead}>
        <SubjectLink value={value} unread={fresh !== null} />
        <Chips row={row} fresh={fresh} />
      </span>
      <span className={styles.snippet}>{shape.customerInside ? customerName(value) : value.summary}</span>
    </div>
  );
}

export function SubjectLink({ value, unread }: { value: Case; unread: boolean }) {
  const styles = useLineStyles();
  const { route } = useNavigation();
  const { href } = useRouteLink()({ ...route, caseId: value.number });
  return (
    <a
      href={href}
      tabIndex={-1}
      title={value.subject}
      className={mergeClasses(styles.subject, unread && styles.unseen)}
      onClick={(event) => {
        // A plain click is the row's; with a key held it opens elsewhere, as links do.
        if (event.ctrlKey || event.metaKey || event.shiftKey) event.stopPropagation();
        else event.preventDefault();
      }}
    >
      {value.subject}
    </a>
  );
}

function Chips({ row, fresh }: { row: Row; fresh: number | null }) {
  const styles = useLineStyles();
  const value = row.case;
  const [tag, ...more] = value.tags;
  const look = { appearance: 'outline', color: 'informative', shape: 'rounded', className: styles.chip } as const;
  return (
    <>
      {row.left && <Badge {...look}>{words.list.left}</Badge>}
      {fresh !== null && fresh > 0 && (
        <Badge {...look} className={mergeClasses(styles.chip, styles.fresh)} icon={<Mail12Regular />}>
          {listWords.unread.some(fresh)}
        </Badge>
      )}
      {value.complaint && (
        <Badge {...look} icon={<Megaphone12Regular />}>
          {words.list.complaint}
        </Badge>
      )}
      {value.ai?.needsReview === true && (
        <Badge {...look} icon={<QuestionCircle12Regular />}>
          {words.list.review}
        </Badge>
      )}
      {tag !== undefined && (
        <Badge {...look} title={value.tags.join(', ')}>
          {more.length === 0 ? tag : `${tag} +${more.length}`}
        </Badge>
      )}
    </>
  );
}

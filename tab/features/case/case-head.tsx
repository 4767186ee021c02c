import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowLeft16Regular } from '@fluentui/react-icons/svg/arrow-left';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUp16Regular } from '@fluentui/react-icons/svg/chevron-up';
import { Link16Regular } from '@fluentui/react-icons/svg/link';
import { type RefObject, useState } from 'react';
import type { Case } from '../../../backend/contracts/case.ts';
import type { PresentPerson } from '../../../backend/contracts/live.ts';
import { BigClock } from '../../../ui/clock.tsx';
import { useNow } from '../../../ui/now.ts';
import { useWidth } from '../../shell/width.ts';
import { words } from '../../words.ts';
import { CaseMenu } from './actions/case-menu.tsx';
import { MacroMenu } from './actions/macro-menu.tsx';
import type { CaseActions } from './actions/use-case-actions.ts';
import { PresenceLine } from './presence/presence-line.tsx';

/** Where the case stands in the list behind it. */
export interface CasePlace {
  at: number;
  total: number;
  previous: string | null;
  next: string | null;
}

const useStyles = makeStyles({
  way: { display: 'flex', alignItems: 'center', gap: '4px', height: '36px', marginLeft: '-8px' },
  back: { fontWeight: tokens.fontWeightRegular, whiteSpace: 'nowrap' },
  position: {
    color: tokens.colorNeutralForeground2,
    padding: '0 4px',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  space: { flexGrow: 1 },
  titleLine: { display: 'flex', alignItems: 'baseline', gap: '12px', minWidth: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    outlineStyle: 'none',
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, borderRadius: tokens.borderRadiusSmall },
  },
  phoneTitle: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  number: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase300, whiteSpace: 'nowrap' },
  clock: { marginLeft: 'auto' },
});

interface CaseHeadProps {
  caseId: string;
  value: Case | null;
  place: CasePlace | null;
  onGo: (caseId: string | null) => void;
  titleRef: RefObject<HTMLHeadingElement | null>;
  actions: CaseActions | null;
  /** Who else is here. */
  people: PresentPerson[];
  /** Name of the list behind the case. */
  listName: string;
}

/** Where I am in the view, what it is about, and the biggest clock. */
export function CaseHead({ titleRef, ...props }: CaseHeadProps) {
  const { caseId, value } = props;
  const styles = useStyles();
  const phone = useWidth() === 'phone';
  return (
    <>
      <CaseWay {...props} caseId={value?.number ?? caseId} />
      <div className={styles.titleLine}>
        <h1 ref={titleRef} tabIndex={-1} className={mergeClasses(styles.title, phone && styles.phoneTitle)}>
          {value?.subject ?? '\u00a0'}
        </h1>
        {!phone && <span className={styles.number}>{value?.number ?? caseId}</span>}
        {!phone && value !== null && (
          <span className={styles.clock}>
            <HeadClock value={value} />
          </span>
        )}
      </div>
    </>
  );
}

export function HeadClock({ value }: { value: Case }) {
  return <BigClock sla={value.sla} nowMs={useNow()} />;
}

function CaseWay({ caseId, value, place, onGo, actions, people, listName }: Omit<CaseHeadProps, 'titleRef'>) {
  const styles = useStyles();
  const phone = useWidth() === 'phone';
  return (
    <div className={styles.way}>
      <Button
        appearance="subtle"
        size="small"
        className={styles.back}
        icon={<ArrowLeft16Regular />}
        title={words.case.back}
        onClick={() => onGo(null)}
      >
        {phone ? caseId : listName}
      </Button>
      {place !== null && !phone && (
        <span className={styles.position}>{words.case.position(place.at, place.total)}</span>
      )}
      {place !== null && (
        <>
          <span className={phone ? styles.space : undefined} />
          <Step icon={<ChevronUp16Regular />} label={words.case.previous} to={place.previous} onGo={onGo} />
          <Step icon={<ChevronDown16Regular />} label={words.case.next} to={place.next} onGo={onGo} />
        </>
      )}
      {!phone && <span className={styles.space} />}
      <PresenceLine people={people} />
      {!phone && <CopyLink />}
      {!phone && value?.actions.includes('edit') && actions !== null && <MacroMenu actions={actions} />}
      {value !== null && actions !== null && <CaseMenu value={value} actions={actions} />}
    </div>
  );
}

interface StepProps {
  icon: React.JSX.Element;
  label: string;
  to: string | null;
  onGo: (caseId: string) => void;
}

function Step({ icon, label, to, onGo }: StepProps) {
  return (
    <Button
      appearance="subtle"
      size="small"
      icon={icon}
      aria-label={label}
      title={label}
      disabled={to === null}
      onClick={() => to !== null && onGo(to)}
    />
  );
}

function CopyLink() {
  const [copied, setCopied] = useState(false);
  const copy = () => {
    navigator.clipboard.writeText(window.location.href).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <Button appearance="subtle" size="small" icon={<Link16Regular />} onClick={copy} onBlur={() => setCopied(false)}>
      {copied ? words.case.linkCopied : words.case.copyLink}
    </Button>
  );
}

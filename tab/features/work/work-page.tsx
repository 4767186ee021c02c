import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { PersonAdd16Regular } from '@fluentui/react-icons/svg/person-add';
import { type ReactNode, useRef } from 'react';
import type { Case } from '../../../backend/contracts/case.ts';
import { useNow } from '../../../ui/now.ts';
import { useNavigation } from '../../navigation.tsx';
import { useSession } from '../../session/session.ts';
import { useKeys } from '../../shell/keys.ts';
import { ProblemBar } from '../../shell/problem-bar.tsx';
import { MentionLine } from './mention-line.tsx';
import { type Day, standingOf, type Work } from './next-up.ts';
import { caseReasons, reasonsOf } from './reasons.ts';
import { useWork } from './use-work.ts';
import { workWords as words } from './words.ts';
import { WorkLine } from './work-line.tsx';

const useStyles = makeStyles({
  page: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: '0 20px 20px',
    '@media (max-width: 639px)': { padding: '0 16px 16px' },
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px', minHeight: '48px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
  space: { flexGrow: 1 },
  heading: { margin: '12px 0 0', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { listStyle: 'none', margin: '4px 0 0', padding: 0, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
});

/** What I do next, what waits for me, and what waits for somebody. */
export function WorkPage() {
  const styles = useStyles();
  const work = useWork();
  const nowMs = useNow(10_000);
  const { me } = useSession();
  const { route, go } = useNavigation();
  const root = useRef<HTMLElement>(null);
  const open = (id: string) => go({ filter: route.filter, caseId: id });
  const step = (by: 1 | -1) => {
    const links = [...(root.current?.querySelectorAll<HTMLAnchorElement>('a[data-work]') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    links[Math.min(links.length - 1, Math.max(0, at + by))]?.focus();
  };
  const take = () => {
    work.take().then((taken) => taken !== null && open(taken.number));
  };
  useKeys({ j: () => step(1), k: () => step(-1), t: () => (work.day?.free.length ? take() : false) });
  const { day } = work;
  return (
    <main id="main" ref={root} className={styles.page} tabIndex={-1} aria-busy={day === null && work.error === null}>
      <div className={styles.head}>
        <h1 className={styles.title}>{words.title}</h1>
        <span className={styles.quiet} role="status">
          {day !== null && lineOf(day, nowMs)}
        </span>
        <span className={styles.space} />
        <Button
          appearance="primary"
          icon={<PersonAdd16Regular />}
          disabledFocusable={work.taking || !day?.free.length}
          onClick={take}
        >
          {words.take}
        </Button>
      </div>
      {work.error !== null && (
        <ProblemBar what={day === null ? words.notLoaded : words.notTaken} error={work.error} onRetry={work.reload} />
      )}
      {day !== null && (
        <>
          <Part title={words.next} empty={emptyNext(day)}>
            {day.next.map((each) => (
              <WorkLine
                key={each.kind === 'case' ? each.case.id : each.task.id}
                work={each}
                reasons={reasonsOf(each, me.id, nowMs)}
                standing={standingOf(each, nowMs)}
              />
            ))}
          </Part>
          {work.mentions.length > 0 && (
            <Part title={words.mentions} empty="">
              {work.mentions.map((each) => (
                <MentionLine key={each.messageId} mention={each} nowMs={nowMs} />
              ))}
            </Part>
          )}
          <Part title={words.free} empty={words.nothingFree}>
            {day.free.map((each) => caseLine(each, me.id, nowMs))}
          </Part>
          <Part title={words.waiting} empty={words.noneWaiting}>
            {day.waiting.map((each) => caseLine(each, me.id, nowMs))}
          </Part>
          <p className={styles.quiet}>{words.keys}</p>
        </>
      )}
    </main>
  );
}

function caseLine(value: Case, myId: string, nowMs: number) {
  const work: Work = { kind: 'case', case: value, dueMs: null };
  return (
    <WorkLine key={value.id} work={work} reasons={caseReasons(value, myId, nowMs)} standing={standingOf(work, nowMs)} />
  );
}

function lineOf({ next }: Day, nowMs: number): string {
  const count = (standing: ReturnType<typeof standingOf>) =>
    next.filter((each) => standingOf(each, nowMs) === standing).length;
  return words.line(next.length, count('overdue'), count('soon'));
}

function emptyNext({ free }: Day): string {
  return free[0] === undefined ? words.noneNext : words.noneNextFree(free[0].number);
}

function Part({ title, empty, children }: { title: string; empty: string; children: ReactNode[] }) {
  const styles = useStyles();
  return (
    <section aria-label={title}>
      <h2 className={styles.heading}>
        {title} <span className={styles.quiet}>{children.length}</span>
      </h2>
      {children.length === 0 ? (
        <p className={styles.quiet}>{empty}</p>
      ) : (
        <ul className={mergeClasses(styles.list)}>{children}</ul>
      )}
    </section>
  );
}

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Mention16Regular } from '@fluentui/react-icons/svg/mention';
import type { MentionList } from '../../../backend/contracts/notifications.ts';
import { instantText } from '../../../ui/format.ts';
import { useNavigation, useRouteLink } from '../../navigation.tsx';
import { useFocusRing } from '../../shell/focus-ring.ts';
import { workWords as words } from './words.ts';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: '20px 64px minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: '8px',
    minHeight: '36px',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    '&:hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    '@media (max-width: 639px)': { gridTemplateColumns: '20px minmax(0, 1fr)', padding: '6px 0' },
  },
  number: { color: tokens.colorNeutralForeground3, '@media (max-width: 639px)': { display: 'none' } },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', fontSize: tokens.fontSizeBase300 },
  by: { color: tokens.colorNeutralForeground2, '@media (max-width: 639px)': { gridColumn: '2' } },
});

/** Who asks for me, where, and what they say. */
export function MentionLine({ mention, nowMs }: { mention: MentionList['items'][number]; nowMs: number }) {
  const styles = useStyles();
  const ring = useFocusRing();
  const { route } = useNavigation();
  const link = useRouteLink();
  const { number, subject, by, at, text } = mention;
  return (
    <li>
      <a
        data-work
        {...link({ filter: route.filter, caseId: number })}
        className={mergeClasses(styles.line, ring)}
        title={subject}
      >
        <Mention16Regular />
        <span className={styles.number}>{number}</span>
        <span className={styles.text}>{text}</span>
        <span className={styles.by}>{words.mentionedBy(by, instantText(Date.parse(at), nowMs))}</span>
      </a>
    </li>
  );
}

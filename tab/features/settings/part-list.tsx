import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useNavigation, useRouteLink } from '../../navigation.tsx';
import { useSession } from '../../session/session.ts';
import { useUnsaved } from '../../settings/unsaved.ts';
import { words as ofParts } from '../../settings/words.ts';
import { settingsParts } from '../../settings-parts.tsx';
import { useFocusRing } from '../../shell/focus-ring.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  nav: {
    width: '204px',
    boxSizing: 'border-box',
    flexShrink: 0,
    overflowY: 'auto',
    padding: '8px',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  heading: {
    margin: '8px 0 2px',
    padding: '0 8px',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    alignItems: 'center',
    height: '28px',
    padding: '0 8px',
    borderLeft: '3px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    '&:hover': { backgroundColor: tokens.colorNeutralBackground2Hover, color: tokens.colorNeutralForeground1Hover },
  },
  unsaved: { marginLeft: 'auto', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
  here: {
    '& span': { color: tokens.colorNeutralForeground1Selected },
    fontWeight: tokens.fontWeightSemibold,
    borderLeftColor: tokens.colorCompoundBrandBackground,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
  },
});

/** The parts of the settings under their headings. */
export function PartList({ here }: { here: string }) {
  const styles = useStyles();
  const ring = useFocusRing();
  const { route } = useNavigation();
  const link = useRouteLink();
  const { me } = useSession();
  const unsaved = useUnsaved();
  const groups = [...new Set(settingsParts.map(({ group }) => group))];
  return (
    <nav className={styles.nav} aria-label={words.parts}>
      {groups.map((group) => (
        <section key={group}>
          <h2 className={styles.heading}>{ofParts.groups[group]}</h2>
          <ul className={styles.list}>
            {settingsParts
              .filter((part) => part.group === group)
              .map(({ key, documents }) => (
                <li key={key}>
                  <a
                    {...link({ ...route, page: 'settings', place: { part: key } })}
                    className={mergeClasses(styles.item, key === here && styles.here, ring)}
                    aria-current={key === here ? 'page' : undefined}
                  >
                    {ofParts.parts[key]}{' '}
                    {documents.some((name) => unsaved.includes(`${me.id} ${name}`)) && (
                      <span className={styles.unsaved}>{ofParts.unsaved}</span>
                    )}
                  </a>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

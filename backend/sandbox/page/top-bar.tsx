import {
  FluentProvider,
  Link,
  Menu,
  MenuButton,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
  webDarkTheme,
} from '@fluentui/react-components';
import { Beaker20Regular } from '@fluentui/react-icons/svg/beaker';
import { useEffect, useState } from 'react';
import type { SandboxPlaces } from '../../contracts/sandbox.ts';
import { jonas, type SamplePerson, type SandboxSession } from './sandbox-session.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px 16px',
    minHeight: '44px',
    padding: '6px 16px',
    boxSizing: 'border-box',
    flexWrap: 'wrap',
    backgroundColor: '#242424',
    color: '#ffffff',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  name: { display: 'flex', alignItems: 'center', gap: '10px', margin: 0, fontSize: 'inherit', fontWeight: 600 },
  claim: { margin: 0, flexGrow: 1, minWidth: '180px' },
  places: { display: 'flex', gap: '14px' },
  place: { color: '#ffffff', fontSize: 'inherit', textDecorationLine: 'underline', ':hover': { color: '#ffffff' } },
  who: { display: 'flex', alignItems: 'center', gap: '4px' },
  person: { color: '#ffffff', paddingLeft: '4px', paddingRight: '4px', minWidth: 0, fontSize: 'inherit' },
});

interface TopBarProps {
  session: SandboxSession;
  onPerson: (person: SamplePerson) => void;
}

/** Says where one is: nothing here is real but the product. Dark in both looks, so that nobody takes it for Outlook. */
export function TopBar({ session, onPerson }: TopBarProps) {
  const styles = useStyles();
  const places = usePlaces(session);
  return (
    <FluentProvider theme={webDarkTheme} style={{ backgroundColor: 'transparent' }}>
      <header className={styles.bar}>
        <h1 className={styles.name}>
          <Beaker20Regular />
          Sandbox
        </h1>
        <p className={styles.claim}>
          Nothing here leaves this computer. The mailbox is made up, the pane is the real one.
        </p>
        <nav className={styles.places} aria-label="Other places">
          <Place href={places?.tab ?? '/tab/'} word="Dashboard" />
          {places?.playground && <Place href={places.playground} word="Bot playground" />}
          <Place href={places?.docs ?? '/api/docs'} word="API docs" />
        </nav>
        <PersonMenu session={session} onPerson={onPerson} />
      </header>
    </FluentProvider>
  );
}

function Place({ href, word }: { href: string; word: string }) {
  return (
    <Link inline className={useStyles().place} href={href} target="_blank" rel="noopener">
      {word}
    </Link>
  );
}

/** The playground may come up late: asked again until it is there. */
function usePlaces({ sandbox }: SandboxSession): SandboxPlaces | null {
  const [places, setPlaces] = useState<SandboxPlaces | null>(null);
  useEffect(() => {
    const ask = () => sandbox('places', {}).then(setPlaces, () => undefined);
    void ask();
    const late = setTimeout(ask, 10_000);
    return () => clearTimeout(late);
  }, [sandbox]);
  return places;
}

function PersonMenu({ session, onPerson }: TopBarProps) {
  const styles = useStyles();
  const people = usePeople(session);
  const { person } = session;
  function picked(email: string | undefined): void {
    const found = people.find((each) => each.email === email);
    if (found !== undefined) onPerson(found);
  }
  return (
    <div className={styles.who}>
      Signed in as
      <Menu checkedValues={{ person: [person.email] }} onCheckedValueChange={(_, data) => picked(data.checkedItems[0])}>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton appearance="transparent" size="small" className={styles.person}>
            {person.name}, {person.role}
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {people.map(({ name, email, role }) => (
              <MenuItemRadio key={email} name="person" value={email}>
                {name}, {role}
              </MenuItemRadio>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  );
}

function usePeople({ api }: SandboxSession): SamplePerson[] {
  const [people, setPeople] = useState<SamplePerson[]>([jonas]);
  useEffect(() => {
    api('readAgents', {}).then(
      ({ agents }) => setPeople(agents.map(({ name, email, role }) => ({ name, email, role }))),
      () => undefined,
    );
  }, [api]);
  return people;
}

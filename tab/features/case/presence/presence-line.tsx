import { makeStyles, tokens } from '@fluentui/react-components';
import { Edit16Regular } from '@fluentui/react-icons/svg/edit';
import { Eye16Regular } from '@fluentui/react-icons/svg/eye';
import type { PresentPerson } from '../../../../backend/contracts/live.ts';
import { Face } from '../../../../ui/person.tsx';
import { useWidth } from '../../../shell/width.ts';
import { sideWords } from '../side/words.ts';

const shown = 2;

const useStyles = makeStyles({
  line: { display: 'inline-flex', alignItems: 'center', gap: '12px', minWidth: 0, whiteSpace: 'nowrap' },
  person: { display: 'inline-flex', alignItems: 'center', gap: '5px', color: tokens.colorNeutralForeground2 },
  replying: { display: 'inline-flex', alignItems: 'center', gap: '5px', color: tokens.colorBrandForeground1 },
});

/** Who else is here and what they do: two by name, the others as a number. */
export function PresenceLine({ people }: { people: PresentPerson[] }) {
  const styles = useStyles();
  const width = useWidth();
  const short = width === 'phone' || width === 'medium';
  return (
    <span className={styles.line} role="status">
      {people.slice(0, shown).map(({ id, name, doing, surface }) => {
        const Mark = doing === 'replying' ? Edit16Regular : Eye16Regular;
        const sentence = sideWords.presence[doing](name.split(' ')[0] ?? name, sideWords.presence.where[surface]);
        return (
          <span key={id} className={doing === 'replying' ? styles.replying : styles.person} title={sentence}>
            <Face id={id} name={name} />
            <Mark />
            {short ? name.split(' ')[0] : sentence}
          </span>
        );
      })}
      {people.length > shown && <span>+{people.length - shown}</span>}
    </span>
  );
}

import { makeStyles, tokens } from '@fluentui/react-components';
import { Edit16Regular } from '@fluentui/react-icons/svg/edit';
import { instantText, timeOfDay } from '../../../../ui/format.ts';
import { useNow } from '../../../../ui/now.ts';
import { TextButton } from '../../../shell/text-button.tsx';
import { sideWords } from '../side/words.ts';
import type { Reply } from './use-reply.ts';

const words = sideWords.presence;

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px', color: tokens.colorBrandForeground1 },
});

interface SecondReplyProps {
  reply: Reply;
  /** Null where this person may not hand the case over. */
  onHandOver: ((to: { id: string; name: string }) => void) | null;
}

/** Says that a customer may get two answers: somebody is writing one now, or has sent one since. It never stands in the way. */
export function SecondReply({ reply, onHandOver }: SecondReplyProps) {
  const styles = useStyles();
  const nowMs = useNow(60_000);
  const { alsoReplying = [], answeredBy = null } = reply.check ?? {};
  return (
    <div role="status">
      {alsoReplying.map((person) => (
        <span key={`${person.id}${person.surface}`} className={styles.line}>
          <Edit16Regular />
          {words.alsoReplying(person.name, words.where[person.surface], timeOfDay(Date.parse(person.since)))}
          {onHandOver !== null && (
            <TextButton onClick={() => onHandOver(person)}>
              {words.handOver(person.name.split(' ')[0] ?? '')}
            </TextButton>
          )}
        </span>
      ))}
      {answeredBy !== null && (
        <span className={styles.line}>
          {words.answeredBy(answeredBy.name, instantText(Date.parse(answeredBy.at), nowMs))}
        </span>
      )}
    </div>
  );
}

import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { ChatHelp16Regular } from '@fluentui/react-icons/svg/chat-help';
import { useEffect, useState } from 'react';
import { useNavigation, useRouteLink } from '../navigation.tsx';
import { words } from '../words.ts';
import { useWidth } from './width.ts';

const useStyles = makeStyles({
  box: { width: '250px', minWidth: '120px', flexShrink: 1 },
  wide: { width: '100%', maxWidth: '640px' },
  key: {
    padding: '0 5px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
  },
});

const longestQuestion = 500;
/** By which the key finds the box, wherever on the page it stands. */
const boxId = 'ask';

/** Brings the box into focus; false where the page has none. */
export function focusAskBox(): boolean {
  const box = document.getElementById(boxId);
  box?.focus();
  return box !== null;
}

/** A question about cases in plain words. It is answered on a page of its own, whose address holds it. */
export function AskBox({ question = '', wide = false }: { question?: string; wide?: boolean }) {
  const styles = useStyles();
  const { route, go } = useNavigation();
  const [text, setText] = useState(question);
  useEffect(() => setText(question), [question]);
  const ask = () => {
    const asked = text.trim();
    if (asked !== '') go({ page: 'ask', place: { question: asked }, filter: route.filter, caseId: null });
  };
  return (
    <Input
      className={wide ? styles.wide : styles.box}
      size={wide ? 'medium' : 'small'}
      aria-label={words.ask.label}
      placeholder={words.ask.placeholder}
      contentBefore={<ChatHelp16Regular />}
      contentAfter={
        wide ? (
          <Button size="small" appearance="transparent" onClick={ask}>
            {words.tabs.ask}
          </Button>
        ) : (
          <kbd className={styles.key} aria-hidden>
            Q
          </kbd>
        )
      }
      input={{ id: boxId, maxLength: longestQuestion, enterKeyHint: 'search' }}
      value={text}
      onChange={(_, data) => setText(data.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') ask();
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}

/** The box where there is room for it, otherwise the way to the page that has one. */
export function AskHere() {
  const width = useWidth();
  const { route } = useNavigation();
  const link = useRouteLink();
  if (width === 'full' || width === 'wide') return <AskBox />;
  return (
    <Button
      as="a"
      appearance="subtle"
      size="small"
      icon={<ChatHelp16Regular />}
      {...link({ page: 'ask', place: {}, filter: route.filter, caseId: null })}
    >
      {words.tabs.ask}
    </Button>
  );
}

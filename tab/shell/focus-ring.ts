import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  ring: {
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
});

/** Class of the ring that everything of our own draws when the keyboard reaches it. */
export function useFocusRing(): string {
  return useStyles().ring;
}

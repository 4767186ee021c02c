import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { useFocusRing } from './focus-ring.ts';

const useStyles = makeStyles({
  link: {
    padding: '4px 0',
    border: 'none',
    font: 'inherit',
    color: tokens.colorBrandForegroundLink,
    backgroundColor: 'transparent',
    cursor: 'pointer',
    flexShrink: 0,
    '&:hover': { textDecorationLine: 'underline' },
  },
});

/** A word that opens or does something, in the size of the text around it. */
export const TextButton = forwardRef<HTMLButtonElement, ComponentPropsWithoutRef<'button'>>(
  function TextButton(props, ref) {
    const styles = useStyles();
    const ring = useFocusRing();
    return <button type="button" {...props} ref={ref} className={mergeClasses(styles.link, ring)} />;
  },
);

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useNavigation, useRouteLink } from '../../../navigation.tsx';
import { useFocusRing } from '../../../shell/focus-ring.ts';

const useStyles = makeStyles({
  link: {
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    flexShrink: 0,
    '&:hover': { textDecorationLine: 'underline' },
  },
});

export function CaseLink({ number }: { number: string }) {
  const styles = useStyles();
  const ring = useFocusRing();
  const { route } = useNavigation();
  const link = useRouteLink();
  return (
    <a {...link({ filter: route.filter, caseId: number })} className={mergeClasses(styles.link, ring)}>
      {number}
    </a>
  );
}

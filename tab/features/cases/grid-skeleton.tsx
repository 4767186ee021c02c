import { makeStyles, Skeleton, SkeletonItem } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useWorkspace } from '../../session/workspace.tsx';
import { useWidth } from '../../shell/width.ts';
import { words } from '../../words.ts';
import { headHeight, shapeAt, useRowBox } from './grid-columns.ts';

const useStyles = makeStyles({ root: { flexGrow: 1, overflow: 'hidden' } });
const lines = Array.from({ length: 16 }, (_, at) => at);

/** Lines of the true heights and columns, after 150 ms. */
export function GridSkeleton() {
  const styles = useStyles();
  const box = useRowBox();
  const width = useWidth();
  const { layout } = useWorkspace();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 150);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return <div className={styles.root} />;
  const shape = shapeAt(width, layout);
  return (
    <Skeleton className={styles.root} aria-label={words.list.loading} animation="pulse">
      {!shape.phone && <div style={{ height: headHeight }} />}
      {lines.map((line) => (
        <div
          key={line}
          className={box.row}
          style={{ gridTemplateColumns: shape.phone ? '1fr 80px' : shape.template, height: shape.heights.case }}
        >
          {shape.columns.map((key) => (
            <SkeletonItem
              key={key}
              size={12}
              style={{ width: key === 'subject' ? `${45 + ((line * 17) % 40)}%` : '70%' }}
            />
          ))}
        </div>
      ))}
    </Skeleton>
  );
}

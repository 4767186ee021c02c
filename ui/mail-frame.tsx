import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { useAppearance } from './appearance.ts';
import { frameSandbox, hasOwnColours, mailDocument, type Paper, whitePaper } from './mail-document.ts';

const useStyles = makeStyles({
  root: {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
  },
  frame: { display: 'block', width: '100%', border: 'none' },
});

const tallest = 2400;

interface MailFrameProps {
  html: string;
  title: string;
  /** Whether the reader has asked for images that lie elsewhere. */
  remoteImages?: boolean;
}

/**
 * Foreign HTML behind glass: no scripts, no forms, nothing fetched. The frame shares our origin only so that its height
 * can be read; without `allow-scripts` nothing inside can use that.
 */
export function MailFrame({ html, title, remoteImages = false }: MailFrameProps) {
  const styles = useStyles();
  const appearance = useAppearance();
  const root = useRef<HTMLDivElement>(null);
  const [paper, setPaper] = useState<Paper | null>(null);
  const [height, setHeight] = useState(120);

  useLayoutEffect(() => {
    if (root.current === null) return;
    if (appearance !== 'contrast' && hasOwnColours(html)) return setPaper(whitePaper);
    const { color, backgroundColor } = getComputedStyle(root.current);
    setPaper({ ink: color, ground: backgroundColor, forced: appearance === 'contrast' });
  }, [html, appearance]);

  const settle = useCallback((frame: HTMLIFrameElement | null) => {
    if (frame === null) return;
    const measure = () => measureFrame(frame, setHeight, () => root.current?.focus());
    frame.addEventListener('load', measure);
    measure();
  }, []);

  return (
    // The wrapper takes the focus that Escape gives back from inside the mail.
    <div className={styles.root} ref={root} tabIndex={-1}>
      {paper !== null && (
        <iframe
          ref={settle}
          className={styles.frame}
          title={title}
          sandbox={frameSandbox}
          referrerPolicy="no-referrer"
          srcDoc={mailDocument(html, paper, remoteImages)}
          style={{ height }}
        />
      )}
    </div>
  );
}

function measureFrame(frame: HTMLIFrameElement, setHeight: (height: number) => void, leave: () => void): void {
  const inside = frame.contentDocument;
  if (inside?.body == null) return;
  setHeight(Math.min(tallest, Math.max(40, Math.ceil(inside.body.getBoundingClientRect().height) + 20)));
  inside.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') leave();
  });
}

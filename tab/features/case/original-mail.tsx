import { makeStyles, tokens } from '@fluentui/react-components';
import { ShieldCheckmark16Regular } from '@fluentui/react-icons/svg/shield-checkmark';
import { useEffect, useMemo, useState } from 'react';
import type { Message } from '../../../backend/contracts/message.ts';
import { dataUrl, fetchFile } from '../../../ui/files.ts';
import { MailFrame } from '../../../ui/mail-frame.tsx';
import { contentIds, remoteImageCount, withImages } from '../../../ui/mail-images.ts';
import { useSession } from '../../session/session.ts';
import { TextButton } from '../../shell/text-button.tsx';
import { words } from '../../words.ts';

const useStyles = makeStyles({
  held: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    padding: '4px 8px',
    color: tokens.colorNeutralForeground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** The mail as it was sent, with the images it brought along. Images from elsewhere come only when asked for. */
export function OriginalMail({ message, title }: { message: Message; title: string }) {
  const styles = useStyles();
  const [remote, setRemote] = useState(false);
  const inline = useInlineImages(message);
  const held = remoteImageCount(message.safeHtml);
  const html = useMemo(() => withImages(message.safeHtml, inline, remote), [message.safeHtml, inline, remote]);
  return (
    <>
      {held > 0 && !remote && (
        <div className={styles.held}>
          <ShieldCheckmark16Regular /> {words.message.remoteHeld(held)}
          <TextButton onClick={() => setRemote(true)}>{words.message.remoteShow}</TextButton>
        </div>
      )}
      <MailFrame html={html} title={title} remoteImages={remote} />
    </>
  );
}

/** The images of the mail by content id, as they arrive; one that cannot be had leaves its place empty. */
function useInlineImages({ id, caseId, safeHtml, attachments }: Message): ReadonlyMap<string, string> {
  const { getToken } = useSession();
  const [images, setImages] = useState<ReadonlyMap<string, string>>(new Map());
  const wanted = useMemo(() => contentIds(safeHtml), [safeHtml]);
  const files = attachments.filter(
    ({ contentId, stored }) => stored && contentId !== null && wanted.includes(contentId),
  );
  const key = files.map((file) => file.id).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the files are named by their ids in the key.
  useEffect(() => {
    let gone = false;
    for (const { id: attachmentId, contentId } of files) {
      fetchFile(getToken, { caseId, messageId: id, attachmentId })
        .then(dataUrl)
        .then(
          (source) => !gone && setImages((before) => new Map(before).set(contentId ?? '', source)),
          () => undefined,
        );
    }
    return () => {
      gone = true;
    };
  }, [getToken, caseId, id, key]);
  return images;
}

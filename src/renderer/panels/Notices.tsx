import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useSend } from '../state/commands.ts';
import { useSlice } from '../state/window-context.ts';
import styles from './Panels.module.css';

/** What the person should know, until dismissed. */
export function Notices() {
  const notices = useSlice('notices');
  const send = useSend();
  if (notices.length === 0) return null;
  return (
    <div className={styles.notices}>
      {notices.map((notice) => (
        <MessageBar key={notice.id} intent={notice.tone} layout="multiline">
          <MessageBarBody>
            {notice.message}
            {notice.detail !== undefined && (
              <span className={styles.noticeDetail}>{notice.detail}</span>
            )}
          </MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button
                appearance="transparent"
                icon={<DismissRegular />}
                aria-label="Dismiss"
                onClick={() => void send('dismiss-notice', { noticeId: notice.id })}
              />
            }
          />
        </MessageBar>
      ))}
    </div>
  );
}

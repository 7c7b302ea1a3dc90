import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { Notice } from '../../shared/app-state.ts';
import { remedyStep } from '../problem/remedy.ts';
import { useRemedy } from '../problem/use-remedy.ts';
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
        <MessageBar
          key={notice.id}
          intent={notice.tone}
          layout={(notice.detail ?? notice.remedy) ? 'multiline' : 'auto'}
        >
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
          >
            <NoticeAction notice={notice} />
          </MessageBarActions>
        </MessageBar>
      ))}
    </div>
  );
}

function NoticeAction({ notice }: { notice: Notice }) {
  const carryOut = useRemedy();
  const { remedy, message } = notice;
  const step = remedy && remedyStep({ kind: 'sign-in-again', message, remedy }, {});
  return step && <Button onClick={() => carryOut(step)}>{step.label}</Button>;
}

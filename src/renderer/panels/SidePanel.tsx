import { Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { ReactNode } from 'react';
import { useId, useLayoutEffect, useRef } from 'react';
import { useNavigation } from './navigation.ts';
import styles from './Panels.module.css';

/** The frame of what stands on the right-hand side. It takes the focus when it opens; Escape closes it. */
export function SidePanel({ title, children }: { title: string; children: ReactNode }) {
  const { close } = useNavigation();
  const headingId = useId();
  const panel = useRef<HTMLElement>(null);

  // Before a dialog that opens along with it takes the focus, not after.
  useLayoutEffect(() => {
    const first = panel.current?.querySelector<HTMLElement>('[data-focus-first]') ?? panel.current;
    first?.focus();
  }, []);

  // As soon as the panel is seen, and not a moment later, when a busy computer comes to it.
  useLayoutEffect(() => {
    // On the document, since the focus falls to the body when what had it goes.
    function closeOnEscape({ key, target, defaultPrevented }: KeyboardEvent): void {
      const inside =
        target === document.body ||
        (target instanceof Node && panel.current?.contains(target) === true);
      if (key === 'Escape' && inside && !defaultPrevented) close();
    }
    document.addEventListener('keydown', closeOnEscape);
    return () => document.removeEventListener('keydown', closeOnEscape);
  }, [close]);

  return (
    <aside ref={panel} className={styles.panel} aria-labelledby={headingId} tabIndex={-1}>
      <header className={styles.head}>
        <h2 id={headingId} className={styles.title}>
          {title}
        </h2>
        <Button
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label="Close panel"
          onClick={close}
        />
      </header>
      <div className={styles.content}>{children}</div>
    </aside>
  );
}

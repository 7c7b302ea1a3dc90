import { useState } from 'react';
import { ConfirmationDialog } from './contexts/ConfirmationDialog.tsx';
import { LinkDialog } from './links/LinkDialog.tsx';
import { useSlice } from './state/window-context.ts';

/**
 * What links and programs ask, one after the other. The one that stands stays until it is answered: another over it would put
 * its own yes under a hand that is about to answer this one.
 */
export function OutsideQuestion() {
  const isAsked = {
    confirmation: useSlice('confirmations').asked.length > 0,
    link: useSlice('wanted').link !== undefined,
  };
  const [standing, setStanding] = useState<keyof typeof isAsked>();
  const first = isAsked.confirmation ? 'confirmation' : 'link';
  const next = standing !== undefined && isAsked[standing] ? standing : first;
  if (next !== standing) setStanding(next);
  return next === 'confirmation' ? <ConfirmationDialog /> : <LinkDialog />;
}

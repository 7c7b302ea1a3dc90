import { useState } from 'react';

export interface BoundedText {
  readonly text: string;
  /** Why the last paste was not taken. */
  readonly tooLong: string | undefined;
  readonly change: (text: string) => void;
}

/** A field's text that takes no paste of megabytes: laying that out would hold the window up, and it is a mistake anyhow. */
export function useBoundedText(most: number): BoundedText {
  const [text, setText] = useState('');
  const [refused, setRefused] = useState(false);
  return {
    text,
    tooLong: refused
      ? `That was too long to be taken: at most ${most.toLocaleString('en-US')} characters.`
      : undefined,
    change(next) {
      setRefused(next.length > most);
      if (next.length <= most) setText(next);
    },
  };
}

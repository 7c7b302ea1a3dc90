import { useState } from 'react';
import { tooLong } from './too-long.ts';

export interface BoundedText {
  readonly text: string;
  /** Why the last paste was not taken. */
  readonly tooLong: string | undefined;
  readonly change: (text: string) => void;
}

/** A field's text that takes no paste of megabytes: laying that out would hold the window up, and it is a mistake anyhow. */
export function useBoundedText(most: number): BoundedText {
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<string>();
  return {
    text,
    tooLong: refused,
    change(next) {
      const refusal = tooLong(next, most);
      setRefused(refusal);
      if (refusal === undefined) setText(next);
    },
  };
}

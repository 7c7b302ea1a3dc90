import { Fragment } from 'react';

/** An address that is broken after a dot where it does not fit, and not within a word. */
export function Address({ children }: { children: string }) {
  return children.split(/(?<=\.)/).map((part, index) => (
    <Fragment key={index}>
      {part}
      <wbr />
    </Fragment>
  ));
}

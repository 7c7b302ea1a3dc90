/** An address that is broken after a dot where it does not fit, and not within a word. */
export function Address({ children }: { children: string }) {
  const end = children.indexOf('.') + 1;
  if (end === 0) return children;
  return (
    <>
      {children.slice(0, end)}
      <wbr />
      <Address>{children.slice(end)}</Address>
    </>
  );
}

/**
 * Arguments are bytes. Those that are no UTF-8 are carried as lone surrogates and come back as the same bytes, as Python's
 * `surrogateescape` does it (https://peps.python.org/pep-0383/): an error message can then repeat what was typed.
 */
export function decodeArgument(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  if (Buffer.from(text, 'utf8').equals(bytes)) return text;
  return [...bytes].map((byte) => String.fromCharCode(byte < 0x80 ? byte : 0xdc00 + byte)).join('');
}

export function encodeText(text: string): Buffer {
  const pieces = text.split(/([\uDC80-\uDCFF])/u);
  return Buffer.concat(
    pieces.map((piece) =>
      /^[\uDC80-\uDCFF]$/u.test(piece)
        ? Buffer.from([piece.charCodeAt(0) - 0xdc00])
        : Buffer.from(piece, 'utf8'),
    ),
  );
}

const blue = '94';
const yellow = '33';
const cyan = '36';

const paint = (text: string, colour: string): string => `\u001B[${colour}m${text}\u001B[39m`;

/** JSON with its keys, strings and other values in colours. */
export function colourJson(text: string): string {
  return text.replace(
    /("(?:\\.|[^"\\])*")(:)?|\b(?:true|false|null)\b|-?\d[\d.eE+-]*/g,
    (found: string, string: string | undefined, colon: string | undefined) => {
      if (string === undefined) return paint(found, cyan);
      return colon === undefined ? paint(string, yellow) : `${paint(string, blue)}:`;
    },
  );
}

/** YAML with its keys in a colour. */
export function colourYaml(text: string): string {
  return text.replace(
    /^((?:- | )*)([\w$.-]+|'[^']*'|"[^"]*")(?=:(?: |$))/gm,
    (_, indent: string, key: string) => indent + paint(key, blue),
  );
}

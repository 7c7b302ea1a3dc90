import { expect, test } from 'vitest';
import { encodeText } from '../../../src/main/bridge/arguments.ts';
import { readRequest } from '../../../src/main/bridge/request-body.ts';

test('fields, an empty text, and arguments of any kind', () => {
  const body = Buffer.from(
    'name=az\0colour=yes\0parent=42\0spent=300\0cwd=/home/ada\0tz=Asia/Tokyo\0later=x\0\0account\0\0a\nb\0',
    'utf8',
  );
  expect(readRequest(body)).toEqual({
    kind: 'run',
    parent: 42,
    line: {
      name: 'az',
      colour: true,
      words: ['account', '', 'a\nb'],
      spent: 300,
      folder: '/home/ada',
      timeZone: 'Asia/Tokyo',
    },
  });
});

test('fields that make no sense are as if they were not there', () => {
  expect(readRequest(Buffer.from('name=zsh\0parent=-1\0spent=1e9\0=\0\0'))).toEqual({
    kind: 'run',
    parent: undefined,
    line: { name: 'azimuth', colour: false, words: [], spent: 0 },
  });
});

test('a question for what follows', () => {
  expect(readRequest(Buffer.from('next=some-id\0\0'))).toEqual({ kind: 'next', id: 'some-id' });
});

test.each(['', 'account', 'account\0show\0', '{"argv":[]}'])('%j is no request', (text) => {
  expect(readRequest(Buffer.from(text))).toBeUndefined();
});

test('bytes that are no UTF-8 come back as they were', () => {
  const strange = Buffer.from([0x61, 0xff, 0xc3, 0xa4, 0x80, 0x62]);
  const request = readRequest(Buffer.concat([Buffer.from('\0'), strange, Buffer.from([0])]));
  const [word = ''] = request?.kind === 'run' ? request.line.words : [];
  expect(encodeText(`<${word}> ü 🧭`)).toEqual(
    Buffer.concat([Buffer.from('<'), strange, Buffer.from('> ü 🧭')]),
  );
});

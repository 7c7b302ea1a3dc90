import type { PipelineResponse } from '@azure/core-rest-pipeline';
import { createHttpHeaders, createPipelineRequest, RestError } from '@azure/core-rest-pipeline';
import { describe, expect, test } from 'vitest';
import { translateArmError } from '../../../src/main/azure/arm-error.ts';
import { Refusal } from '../../../src/main/azure/refusal.ts';
import { ArmNetworkError, createArmHttpClient } from '../../../src/main/azure/arm-http-client.ts';
import { aProblem } from '../core/fakes.ts';

const resourceManager = 'https://management.example';
const request = createPipelineRequest({ url: `${resourceManager}/subscriptions` });

function answered(
  status: number,
  headers: Readonly<Record<string, string>> = { 'content-type': 'application/json; charset=utf-8' },
): RestError {
  const response: PipelineResponse = {
    request,
    status,
    headers: createHttpHeaders({ ...headers }),
    bodyAsText: '',
  };
  return new RestError('In its own words.', {
    code: 'ItsCode',
    statusCode: status,
    request,
    response,
  });
}

describe('an error of ARM', () => {
  test.each([
    [400, 'service-error', 'retry'],
    [401, 'sign-in-again', 'sign-in'],
    [403, 'forbidden', 'contact-admin'],
    [404, 'service-error', 'retry'],
    [429, 'throttled', 'retry'],
    [500, 'service-error', 'retry'],
    [503, 'service-error', 'retry'],
  ])('with status %i reads as %s', (status, kind, remedy) => {
    const problem = translateArmError(answered(status), resourceManager);

    expect(problem).toMatchObject({
      kind,
      code: 'ItsCode',
      detail: 'In its own words.',
      remedy: { kind: remedy },
    });
    expect(problem.message).toMatch(/^[A-Z].*\.$/);
  });

  test('carries the id by which its support finds it', () => {
    const error = answered(403, {
      'content-type': 'application/json',
      'x-ms-correlation-request-id': 'id-1',
    });

    expect(translateArmError(error, resourceManager).correlationId).toBe('id-1');
  });

  test.each([
    ['a page instead of data', answered(200, { 'content-type': 'text/html' })],
    ['a page that refuses', answered(403, { 'content-type': 'text/html' })],
    ['an answer without a type', answered(404, {})],
    ['data cut short', new SyntaxError('Unexpected end of JSON input')],
    ['something thrown that is no error', 'a word'],
  ])('that is %s comes from somebody else', (_what, error) => {
    expect(translateArmError(error, resourceManager)).toMatchObject({
      kind: 'unexpected-answer',
      message:
        'Something other than Azure answered for management.example. On a guest network, open a web page and sign in to the network first.',
    });
  });

  test('a page of its own front door, with status 503, is a passing problem', () => {
    expect(
      translateArmError(answered(503, { 'content-type': 'text/html' }), resourceManager).kind,
    ).toBe('service-error');
  });

  test('that is the refusal of its token is that refusal, however deep it lies', () => {
    const problem = aProblem('step-up', { claims: '{}' });
    const error = new Error('outer', {
      cause: new Error('inner', { cause: new Refusal(problem) }),
    });

    expect([
      translateArmError(new Refusal(problem), resourceManager),
      translateArmError(error, resourceManager),
    ]).toEqual([problem, problem]);
  });

  test('whose causes go round in circles comes to an end', () => {
    const error = new Error('round');
    error.cause = error;

    expect(translateArmError(error, resourceManager).kind).toBe('unexpected-answer');
  });
});

describe('the way to ARM', () => {
  test('fails with what the network said, so that it is tried again', async () => {
    const client = createArmHttpClient(() =>
      Promise.reject(new Error('net::ERR_PROXY_CONNECTION_FAILED')),
    );
    const error = await client.sendRequest(request).catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(ArmNetworkError);
    expect(error).toMatchObject({ code: RestError.REQUEST_SEND_ERROR });
    expect(translateArmError(error, resourceManager)).toMatchObject({
      kind: 'proxy',
      detail: 'management.example: net::ERR_PROXY_CONNECTION_FAILED',
    });
  });

  test.each([
    ['breaks off', new TypeError('terminated'), 'unexpected-answer'],
    ['never ends', new DOMException('too late', 'TimeoutError'), 'timed-out'],
  ])('tells an answer that %s from no answer', async (_how, error, kind) => {
    const body = new ReadableStream({ start: (controller) => controller.error(error) });
    const client = createArmHttpClient(async () => new Response(body));
    const thrown = await client.sendRequest(request).catch((one: unknown) => one);

    expect(translateArmError(thrown, resourceManager).kind).toBe(kind);
  });

  test('brings back status, headers and text, and follows nobody elsewhere', async () => {
    const asked: (RequestInit | undefined)[] = [];
    const client = createArmHttpClient(async (_address, init) => {
      asked.push(init);
      return new Response('{"value":[]}', { status: 200, headers: { 'x-ms-request-id': '1' } });
    });
    const { status, headers, bodyAsText } = await client.sendRequest(request);

    expect([status, headers.get('x-ms-request-id'), bodyAsText]).toEqual([
      200,
      '1',
      '{"value":[]}',
    ]);
    expect(asked).toMatchObject([
      { method: 'GET', redirect: 'error', cache: 'no-store', credentials: 'omit' },
    ]);
  });

  test('is given up when the caller gives up', async () => {
    const stop = new AbortController();
    const client = createArmHttpClient(
      (_address, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
        }),
    );
    const asking = client.sendRequest(
      createPipelineRequest({ url: request.url, abortSignal: stop.signal }),
    );
    stop.abort();

    await expect(asking).rejects.toBeInstanceOf(ArmNetworkError);
  });
});

import type {
  CallbackResponse,
  HeadersReceivedResponse,
  OnBeforeRequestListenerDetails,
  OnHeadersReceivedListenerDetails,
  WebRequestFilter,
} from 'electron';

type Details = Pick<
  OnBeforeRequestListenerDetails,
  'id' | 'url' | 'method' | 'resourceType' | 'referrer' | 'timestamp'
>;
export type RequestDetails = Details & { readonly uploadData: [] };
export type ResponseDetails = Details &
  Pick<OnHeadersReceivedListenerDetails, 'statusCode' | 'statusLine' | 'responseHeaders'>;

type Ask<Details, Answer> = (details: Details, callback: (answer: Answer) => void) => void;
interface Rule<Details, Answer> {
  readonly filter: WebRequestFilter;
  readonly ask: Ask<Details, Answer>;
}

const everything: WebRequestFilter = { urls: ['<all_urls>'] };

// A match pattern is `<all_urls>`, or an address in which every asterisk stands for anything.
export function matchesPattern(url: string, pattern: string): boolean {
  if (pattern === '<all_urls>') return true;
  const source = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${source}$`).test(url);
}

function applies(filter: WebRequestFilter, url: string): boolean {
  const matches = (patterns: readonly string[]) =>
    patterns.some((pattern) => matchesPattern(url, pattern));
  return matches(filter.urls) && !matches(filter.excludeUrls ?? []);
}

function readRule<Details, Answer>(
  first: WebRequestFilter | Ask<Details, Answer> | null,
  second: Ask<Details, Answer> | null | undefined,
): Rule<Details, Answer> | undefined {
  if (typeof first === 'function') return { filter: everything, ask: first };
  return first && second ? { filter: first, ask: second } : undefined;
}

async function consult<Details extends { url: string }, Answer extends object>(
  rule: Rule<Details, Answer> | undefined,
  details: Details,
): Promise<Partial<Answer>> {
  if (!rule || !applies(rule.filter, details.url)) return {};
  return new Promise((resolve) => rule.ask(details, resolve));
}

type BeforeRequest = Ask<RequestDetails, CallbackResponse>;
type HeadersReceived = Ask<ResponseDetails, HeadersReceivedResponse>;

let beforeRequest: Rule<RequestDetails, CallbackResponse> | undefined;
let headersReceived: Rule<ResponseDetails, HeadersReceivedResponse> | undefined;

/** `session.webRequest`, for the two listeners that an app of this kind has. */
export const webRequest = {
  onBeforeRequest: (
    first: WebRequestFilter | BeforeRequest | null,
    second?: BeforeRequest | null,
  ): void => {
    beforeRequest = readRule(first, second);
  },
  onHeadersReceived: (
    first: WebRequestFilter | HeadersReceived | null,
    second?: HeadersReceived | null,
  ): void => {
    headersReceived = readRule(first, second);
  },
};

export const askBeforeRequest = (details: RequestDetails) => consult(beforeRequest, details);
export const askHeadersReceived = (details: ResponseDetails) => consult(headersReceived, details);
export const watchesHeaders = (): boolean => headersReceived !== undefined;

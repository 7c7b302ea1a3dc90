/** A request as faults are chosen by and as tests count it. Never its query or body: those hold secrets. */
export interface IncomingCall {
  readonly service: 'login' | 'resource-manager';
  readonly method: string;
  readonly path: string;
  readonly host: string;
}

/** A request that was answered, or cut off. */
export interface RecordedRequest extends IncomingCall {
  /** 0 when there was no answer (reset, hang). */
  readonly status: number;
  /** Milliseconds since the epoch, of this machine's clock, to fractions. */
  readonly start: number;
  readonly end: number;
}

export interface Fault {
  /** Which requests go wrong: by path, or by anything else about them. */
  readonly match: RegExp | ((request: IncomingCall) => boolean);
  readonly kind: FaultKind;
  /** For `status` (503 unless said), `html` and `garbage-json` (200). */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For `delay`, in milliseconds; 1000 unless said. */
  readonly delay?: number;
  /** How many requests go wrong; all of them unless said. */
  readonly times?: number;
}

/**
 * `status`: an answer of the server's own. `reset`: the connection breaks. `hang`: no answer ever.
 * `truncate`: the true answer, cut off in the middle. `html`: a captive portal's page.
 * `delay`: the true answer, late. `garbage-json`: something that only says it is JSON.
 */
export type FaultKind =
  'status' | 'reset' | 'hang' | 'truncate' | 'html' | 'delay' | 'garbage-json';

export interface Faults {
  /** Gives back what takes the fault out again. */
  inject(fault: Fault): () => void;
  /** The first fault that fits, its `times` counted down. */
  next(call: IncomingCall): Fault | undefined;
}

function fits({ match }: Fault, call: IncomingCall): boolean {
  return typeof match === 'function' ? match(call) : new RegExp(match).test(call.path);
}

export function createFaults(): Faults {
  const left = new Map<Fault, number>();
  return {
    inject: (fault) => {
      const own = { ...fault };
      left.set(own, fault.times ?? Number.POSITIVE_INFINITY);
      return () => void left.delete(own);
    },
    next: (call) => {
      for (const [fault, times] of left) {
        if (!fits(fault, call)) continue;
        if (times <= 1) left.delete(fault);
        else left.set(fault, times - 1);
        return fault;
      }
      return undefined;
    },
  };
}

const captivePortal = `<!doctype html><html lang="en"><head><title>Hotel Wi-Fi</title></head>
<body><h1>Welcome! Please accept our terms to go online.</h1></body></html>`;

const garbage = '{"value": [{"id": "/subscriptions/00000000-';

/** The whole answer of the kinds of fault that need no true one. */
export function faultyAnswer(fault: Fault): Response | undefined {
  const answer = (status: number, type: string, body: string): Response =>
    new Response(fault.body ?? body, {
      status: fault.status ?? status,
      headers: { 'Content-Type': type, ...fault.headers },
    });
  switch (fault.kind) {
    case 'status':
      return answer(
        503,
        'application/json; charset=utf-8',
        JSON.stringify({ error: { code: 'ServerFault', message: 'An injected fault.' } }),
      );
    case 'html':
      return answer(200, 'text/html; charset=utf-8', captivePortal);
    case 'garbage-json':
      return answer(200, 'application/json; charset=utf-8', garbage);
    default:
      return undefined;
  }
}

import type { ActivityRecord } from '../../shared/activity.ts';
import type { AppState } from '../../shared/app-state.ts';
import type { SignIn } from '../../shared/sign-in.ts';
import type { Cloud, Clouds } from '../../shared/cloud.ts';
import type { Context } from '../../shared/context.ts';
import type { Grant } from '../../shared/grant.ts';
import type { Json } from '../../shared/json.ts';
import type { Subscription } from '../../shared/model.ts';
import type { PointingWords } from '../../shared/pointing-words.ts';
import type { Problem, Result } from '../../shared/problem.ts';

/** What a command answers: a value, and rows of it where a table shows other columns than the value has. */
export interface Answer {
  readonly value: Json;
  readonly table?: readonly Readonly<Record<string, Json>>[];
  /** Where a query made the value: what it was made of. */
  readonly given?: ReadonlySet<Json>;
}

/** What `--query` asks of an answer. */
export type Query = (answer: Answer) => Result<Answer>;

export const outputFormats = ['json', 'jsonc', 'yaml', 'yamlc', 'table', 'tsv', 'none'] as const;

export type OutputFormat = (typeof outputFormats)[number];

/** The words and tables of the command line: pure functions, which the composition root brings from the views. */
export interface CliViews {
  format(answer: Answer, format: OutputFormat, colour: boolean): string;
  /** Nothing where the text is no query. */
  readQuery(text: string): Query | undefined;
  /** Where queries are explained. */
  readonly queryReference: string;
  accountShow(state: AppState, subscription: Subscription): Answer;
  accountList(state: AppState, subscriptions: readonly Subscription[]): Answer;
  tenantList(state: AppState): Answer;
  cloudList(clouds: Clouds): Answer;
  cloudShow(clouds: Clouds, cloud: Cloud): Answer;
  context(state: AppState, context: Context): Answer;
  activity(records: readonly ActivityRecord[]): Answer;
  contextList(state: AppState, contexts: readonly Context[]): Answer;
  status(state: AppState, pointing: PointingWords): Answer;
  endpointStatus(state: AppState): Answer;
  grants(state: AppState, isWanted?: (grant: Grant) => boolean): Answer;
  accessToken(
    token: {
      readonly accessToken: string;
      readonly expiresAt: number;
      readonly tenant: string;
      readonly subscriptionId?: string;
    },
    timeZone?: string,
  ): Answer;
  tokenRefusal(
    problem: Problem,
    ask: { readonly scopes: readonly string[]; readonly tenant: string },
  ): string;
  /** A refusal in the provider's own words, where it is the provider's. */
  refusal(problem: Problem): string;
  /** Why nothing is answered while the app is locked. */
  readonly locked: string;
  /** What a person has to do now for a sign-in to go on. */
  signInPrompt(signIn: SignIn, clouds: Clouds): string | undefined;
  /** Why a sign-in did not work, and for whom it was. */
  signInRefusal(problem: Problem, signIn: SignIn): string;
  /** One line for each tenant of the account that could not be listed. */
  tenantWarnings(state: AppState, accountKey: string): readonly string[];
}

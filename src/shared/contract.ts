import { z } from 'zod';
import { keySchema } from './key.ts';
import { audienceSchema, scopesSchema, tokenTargetSchema } from './token-ask.ts';
import { grantMinutesSchema, newGrantSchema } from './grant-input.ts';
import { newPassphraseSchema, triedPassphraseSchema } from './passphrase-input.ts';
import { settingsSchema } from './settings.ts';
import { containerDoorSchema } from './container-door.ts';
import { snippetForms } from './grant-snippet.ts';
import type { AppState, IssuedToken } from './app-state.ts';
import { exportFormats } from './activity.ts';
import { pages } from './app-state.ts';
import { browserChoices } from './sign-in.ts';
import { claimsRequest } from './claims-request.ts';
import { cliSecretFileNames } from './azure-cli.ts';
import { contextFields } from './context.ts';
import { labelSchema } from './label.ts';
import { loginHint } from './login-hint.ts';
import { managedIdentitySchema } from './managed-identity.ts';
import type { ManagedIdentitySource } from './managed-identity.ts';
import type { Result } from './problem.ts';
import type { SecretsReport } from './secret-places.ts';
import { cloudName } from './cloud.ts';
import { cloudInputSchema } from './cloud-input.ts';
import { clientIdSchema } from './guid.ts';
import { servicePrincipalSchema } from './service-principal.ts';
import type { ShimStatus } from './shim.ts';
import { pathShells } from './shim.ts';
import { tenantName } from './tenant-name.ts';
import { tokenForms } from './token-form.ts';
import { windowFailureSchema } from './window-failure.ts';

/**
 * The contract between the window and main: its rows give the commands' names, the schemas of their input, and (below)
 * the types of their answers.
 */
const nothing = z.object({});

const keys = z.array(keySchema).max(10_000);

/** A context as it is typed. */
export const contextSchema = contextFields.extend({ audience: audienceSchema.optional() });

export type ContextInput = z.infer<typeof contextSchema>;

/** Every command that a surface may send, with the schema of its input. */
export const commandInputs = {
  'sign-in': z.object({
    method: z.enum(['interactive', 'device-code']),
    /** The cloud to sign in to: that of the account, else this one, else the current one. */
    cloud: cloudName.optional(),
    tenant: tenantName.optional(),
    accountKey: keySchema.optional(),
    /** Offered to the provider as who signs in; an account of the list says more. */
    username: loginHint.optional(),
    /** What the sign-in has to bring a token for, all of one service; Azure Resource Manager unless said. */
    scopes: scopesSchema.optional(),
    /** A claims challenge that the sign-in answers; what the account was refused with unless said. */
    claims: claimsRequest.optional(),
    /** Where the page goes; as the settings have it unless said. */
    browser: z.enum(browserChoices).optional(),
  }),
  /** Signs a service principal in, or gives one that is signed in another credential. */
  'sign-in-service-principal': servicePrincipalSchema,
  /** Looks for what hands out tokens of this machine's own identity; never asked without a person wanting it. */
  'find-managed-identity': nothing,
  'sign-in-managed-identity': managedIdentitySchema,
  'cancel-sign-in': nothing,
  'dismiss-sign-in': nothing,
  'copy-sign-in-link': nothing,
  /** Opens the page of the sign-in under way in the default browser, whatever was chosen for it. */
  'open-sign-in-page': nothing,
  'copy-user-code': nothing,
  'open-device-page': nothing,
  'sign-out': z.object({ accountKey: keySchema }),
  'sign-out-all': nothing,
  refresh: z.object({ accountKey: keySchema.optional(), tenantKey: keySchema.optional() }),
  'choose-default': z.object({ subscriptionKey: keySchema }),
  'create-context': contextSchema,
  /** Says the whole context. */
  'change-context': contextSchema.extend({ contextId: keySchema }),
  'delete-context': z.object({ contextId: keySchema }),
  'use-context': z.object({ contextId: keySchema }),
  /** Lets a production context hand out tokens for a time, without being asked. */
  'approve-context': z.object({ contextId: keySchema }),
  'answer-confirmation': z.object({ confirmationId: keySchema, allow: z.boolean() }),
  /** Says the whole label; what is left out is taken away. */
  'label-account': labelSchema.extend({ accountKey: keySchema }),
  'label-tenant': labelSchema.extend({ tenantKey: keySchema }),
  /** Says a whole order; who is not named comes last. */
  'order-accounts': z.object({ accountKeys: keys }),
  'order-tenants': z.object({ accountKey: keySchema, tenantKeys: keys }),
  /** Keeps a subscription at hand: in the tray, and first of those that a search finds alike. */
  'set-favourite': z.object({ subscriptionKey: keySchema, favourite: z.boolean() }),
  'collapse-tenant': z.object({ tenantKey: keySchema, collapsed: z.boolean() }),
  'issue-token': z.object({ target: tokenTargetSchema, audience: audienceSchema }),
  /** In the form of nothing but the token unless said. */
  'copy-token': z.object({ tokenId: keySchema, form: z.enum(tokenForms).optional() }),
  'reveal-token': z.object({ tokenId: keySchema }),
  'read-claims': z.object({ tokenId: keySchema }),
  'copy-detail': z.object({
    of: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('subscription-id'), subscriptionKey: keySchema }),
      z.object({ kind: z.literal('subscription-name'), subscriptionKey: keySchema }),
      z.object({ kind: z.literal('tenant-id'), tenantKey: keySchema }),
      z.object({ kind: z.literal('tenant-problem'), tenantKey: keySchema }),
      z.object({ kind: z.literal('account-problem'), accountKey: keySchema }),
      z.object({ kind: z.literal('sign-in-problem') }),
      z.object({ kind: z.literal('token-problem') }),
    ]),
  }),
  'clear-activity': nothing,
  /** Asks where to, and writes the record of hand-outs there. */
  'export-activity': z.object({ format: z.enum(exportFormats) }),
  'open-portal': z.object({ subscriptionKey: keySchema }),
  /** Takes a cloud in once its addresses have answered as they should. */
  'add-cloud': cloudInputSchema,
  /** The same for a custom cloud that is there, by its name. */
  'change-cloud': cloudInputSchema,
  'remove-cloud': z.object({ cloud: cloudName }),
  /** Makes a cloud the one that new sign-ins are offered first. */
  'choose-cloud': z.object({ cloud: cloudName }),
  /** The public client of a cloud's new sign-ins; none means the one that Azure CLI uses. */
  'set-client-id': z.object({ cloud: cloudName, clientId: clientIdSchema.optional() }),
  'dismiss-notice': z.object({ noticeId: keySchema }),
  'change-settings': settingsSchema.omit({ endpointOn: true, endpointPort: true }).partial(),
  /** Done once the endpoint listens, or no longer does. */
  'switch-endpoint': z.object({
    on: z.boolean(),
    port: settingsSchema.shape.endpointPort.optional(),
  }),
  /** Lets containers in, once a person has read what that means. */
  'open-to-containers': z.object({ door: containerDoorSchema, warned: z.literal(true) }),
  'close-to-containers': nothing,
  'create-grant': newGrantSchema,
  /** Moves the end of a grant, to sooner or later. */
  'change-grant': z.object({ grantId: keySchema, minutes: grantMinutesSchema }),
  'revoke-grant': z.object({ grantId: keySchema }),
  /** Puts the grant's variables, with its secret, on the clipboard. */
  'copy-grant-snippet': z.object({ grantId: keySchema, form: z.enum(snippetForms) }),
  'look-at-azure-cli': nothing,
  'remove-azure-cli-file': z.object({ name: z.enum(cliSecretFileNames) }),
  /** Lets the system start the app when the person signs in to the computer, or no longer. */
  'open-at-login': z.object({ on: z.boolean() }),
  /** Asks for a page of the window, which shows it as soon as it can. */
  'show-page': z.object({ page: z.enum(pages) }),
  'page-shown': nothing,
  /** Puts the palette on the desktop, wherever the person is, or takes it away. */
  'show-palette': z.object({ shown: z.boolean() }),
  /** Lets the global shortcuts rest while the person presses keys to choose them. */
  'record-keys': z.object({ recording: z.boolean() }),
  /** Asks the person about a link that the system handed over; nothing else comes of it. */
  'open-link': z.object({ address: z.string().max(100_000) }),
  'close-link': nothing,
  lock: nothing,
  /** Without a passphrase the system is asked. */
  unlock: z.object({ passphrase: triedPassphraseSchema.optional() }),
  'set-passphrase': z.object({ passphrase: newPassphraseSchema }),
  'change-passphrase': z.object({
    current: triedPassphraseSchema,
    passphrase: newPassphraseSchema,
  }),
  'forget-passphrase': nothing,
  'read-secret-places': nothing,
  'read-shim': nothing,
  /** Puts our `az` into its folder, or takes it away. */
  'set-shim': z.object({ installed: z.boolean() }),
  /** Copies the line that puts it on PATH. */
  'copy-shim-line': z.object({ shell: z.enum(pathShells) }),
  /** Says in the log why a window could not be drawn. */
  'report-window-failure': windowFailureSchema,
  /** Signs everything out and removes what is on disk. */
  wipe: z.object({ settings: z.boolean() }),
} as const satisfies Readonly<Record<string, z.ZodType>>;

export type CommandName = keyof typeof commandInputs;

export type CommandInput<N extends CommandName> = z.infer<(typeof commandInputs)[N]>;

/** What commands answer with; a command that is not named here answers with nothing. */
export interface CommandAnswers {
  /** Who came back; another account than the one asked for is possible. */
  readonly 'sign-in': { readonly accountKey: string };
  readonly 'sign-in-service-principal': { readonly accountKey: string };
  readonly 'create-context': { readonly contextId: string };
  readonly 'find-managed-identity': { readonly source: ManagedIdentitySource };
  readonly 'sign-in-managed-identity': { readonly accountKey: string };
  /** The metadata of the token, never its text. */
  readonly 'issue-token': IssuedToken;
  /** The token's text: the one answer that carries it, given only to an explicit Reveal. */
  readonly 'reveal-token': string;
  /** The decoded payload of the token, as Entra ID wrote it. Empty for a token that is not a JWT. */
  readonly 'read-claims': Readonly<Record<string, unknown>>;
  /** Whether the person chose a place. */
  readonly 'export-activity': { readonly saved: boolean };
  readonly 'read-secret-places': SecretsReport;
  readonly 'create-grant': { readonly grantId: string };
  readonly 'read-shim': ShimStatus;
  readonly 'set-shim': ShimStatus;
}

export type CommandAnswer<N extends CommandName> = N extends keyof CommandAnswers
  ? CommandAnswers[N]
  : null;

/** One message to main: a command's name with its input. */
export const commandSchema = z.object({
  name: z.enum(Object.keys(commandInputs) as [CommandName, ...CommandName[]]),
  input: z.unknown(),
});

/** The whole state with its revision, the answer to a watch. */
export interface Snapshot {
  readonly revision: number;
  readonly state: AppState;
}

/** The slices that changed between two revisions. A receiver that misses one asks for a snapshot again. */
export interface Update {
  readonly from: number;
  readonly revision: number;
  readonly changed: Partial<AppState>;
}

/** What the preload exposes to the window as `window.azimuth`: run a command, watch the state. */
export interface Bridge {
  run<N extends CommandName>(name: N, input: CommandInput<N>): Promise<Result<CommandAnswer<N>>>;
  /** Calls back with every snapshot and update until the returned function is called. */
  watch(listener: (message: Snapshot | Update) => void): () => void;
}

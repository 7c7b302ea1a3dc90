import { z } from 'zod';
import type { Audience } from './audience.ts';
import { audienceIds } from './audience.ts';
import type { GrantAudience } from './grant.ts';
import { loopbackAddress } from './container-door.ts';
import { snippetForms } from './grant-snippet.ts';
import type { AppState, IssuedToken } from './app-state.ts';
import { exportFormats } from './activity.ts';
import { browserChoices, pages } from './app-state.ts';
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
import { shortcutsSchema } from './shortcut.ts';
import type { ShimStatus } from './shim.ts';
import { pathShells } from './shim.ts';
import { tenantName } from './tenant-name.ts';
import { tokenForms } from './token-form.ts';

/**
 * The contract between the window and main: its rows give the commands' names, the schemas of their input, and (below)
 * the types of their answers.
 */
const key = z.string().min(1).max(512);
const keys = z.array(key).max(10_000);

const scopes = z
  .array(
    z
      .string()
      .regex(/^\S+$/, 'A scope is one word, without spaces.')
      .max(2_000, 'That is too long for a scope.'),
  )
  .min(1, 'Type at least one scope.')
  .max(50, 'That is more scopes than a token can carry.')
  .readonly();

const knownAudience = z.object({ kind: z.literal('known'), id: z.enum(audienceIds) });

const resourceAudience = z.object({
  kind: z.literal('resource'),
  resource: z
    .string()
    .trim()
    .min(1, 'Type the address or application id of the service.')
    .max(2_000, 'That is too long for a resource.')
    .regex(/^\S+$/, 'A resource has no spaces. Several scopes are asked for as scopes.'),
});

/** An audience; resources and scopes are taken word for word, so they are checked for what can't be one. */
export const audienceSchema: z.ZodType<Audience> = z.discriminatedUnion('kind', [
  knownAudience,
  resourceAudience,
  z.object({ kind: z.literal('scopes'), scopes }),
]);

const nothing = z.object({});

/**
 * What a token is for: the default, a context, a subscription of the list, a tenant of the list, or, for an account, any
 * tenant by its id or a domain.
 */
export const tokenTargetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('default') }),
  z.object({ kind: z.literal('context'), contextId: key }),
  z.object({ kind: z.literal('subscription'), subscriptionKey: key }),
  z.object({ kind: z.literal('tenant'), tenantKey: key }),
  z.object({ kind: z.literal('any-tenant'), accountKey: key, tenant: tenantName }),
]);

export type TokenTarget = z.infer<typeof tokenTargetSchema>;

/** A context as it is typed. */
export const contextSchema = contextFields.extend({ audience: audienceSchema.optional() });

export type ContextInput = z.infer<typeof contextSchema>;

const grantAudience: z.ZodType<GrantAudience> = z.discriminatedUnion('kind', [
  knownAudience,
  resourceAudience,
]);

/** How long a grant lasts from now on. */
export const grantMinutesSchema = z
  .int('A grant lasts whole minutes.')
  .min(1, 'A grant lasts at least one minute.')
  .max(7 * 24 * 60, 'A grant lasts at most 7 days.');

/** What a program may ask the SDK endpoint for, and for how long. The target is pinned when the grant is made. */
export const newGrantSchema = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'Type a name, such as that of the program.')
    .max(80, 'A name has at most 80 characters.'),
  target: tokenTargetSchema,
  audiences: z.union([
    z.literal('any'),
    z
      .array(grantAudience)
      .min(1, 'Choose at least one service.')
      .max(20, 'A grant covers at most 20 services, or any.'),
  ]),
  minutes: grantMinutesSchema,
});

export type NewGrant = z.infer<typeof newGrantSchema>;

/** One address, and one name: all addresses at once would let a whole network ask. */
export const containerDoorSchema = z
  .object({
    address: z
      .ipv4('Type an IPv4 address of this computer, such as 172.17.0.1.')
      .refine((address) => address !== '0.0.0.0', 'Choose one address, not all of them.'),
    hostName: z
      .string()
      .trim()
      .toLowerCase()
      .max(253, 'That is too long for a host name.')
      .regex(
        /^(?=.*[a-z])[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/,
        'Type a host name, such as host.docker.internal.',
      )
      .optional(),
  })
  .refine(({ address, hostName }) => address !== loopbackAddress || hostName !== undefined, {
    message: `Programs on this computer reach ${loopbackAddress} already. Type the name that containers use.`,
    path: ['hostName'],
  });

/** A passphrase to be, taken as it is typed. */
export const newPassphraseSchema = z
  .string()
  .min(8, 'A passphrase has at least 8 characters.')
  .max(1_024, 'A passphrase has at most 1,024 characters.');

/** A passphrase that is only tried. */
const triedPassphrase = z
  .string()
  .min(1, 'Type the passphrase.')
  .max(1_024, 'That is too long for a passphrase.');

function wholeNumber(least: number, most: number) {
  const [from, to] = [least, most].map((bound) => bound.toLocaleString('en-US'));
  const wanted = `A whole number from ${from} to ${to}.`;
  return z.int(wanted).min(least, wanted).max(most, wanted);
}

const portWanted = 'A port is 0 (any) or a number from 1,024 to 65,535.';

/** The settings, with the bounds of each. */
export const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  clipboardSeconds: wholeNumber(5, 3_600),
  signInSeconds: wholeNumber(5, 1_800),
  signInBrowser: z.enum(browserChoices),
  lockAfterMinutes: wholeNumber(0, 480),
  lockWithScreen: z.boolean(),
  endpointOn: z.boolean(),
  endpointPort: z
    .int(portWanted)
    .min(0, portWanted)
    .max(65_535, portWanted)
    .refine((port) => port === 0 || port >= 1_024, portWanted),
  azureCliFollows: z.boolean(),
  keepRunning: z.boolean().optional(),
  closingExplained: z.boolean(),
  shortcuts: shortcutsSchema,
  quickCopy: z.object({ form: z.enum(tokenForms), audience: z.enum(audienceIds).optional() }),
});

/** Every command that a surface may send, with the schema of its input. */
export const commandInputs = {
  'sign-in': z.object({
    method: z.enum(['interactive', 'device-code']),
    /** The cloud to sign in to: that of the account, else this one, else the current one. */
    cloud: cloudName.optional(),
    tenant: tenantName.optional(),
    accountKey: key.optional(),
    /** Offered to the provider as who signs in; an account of the list says more. */
    username: loginHint.optional(),
    /** What the sign-in has to bring a token for, all of one service; Azure Resource Manager unless said. */
    scopes: scopes.optional(),
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
  'sign-out': z.object({ accountKey: key }),
  'sign-out-all': nothing,
  refresh: z.object({ accountKey: key.optional(), tenantKey: key.optional() }),
  'choose-default': z.object({ subscriptionKey: key }),
  'create-context': contextSchema,
  /** Says the whole context. */
  'change-context': contextSchema.extend({ contextId: key }),
  'delete-context': z.object({ contextId: key }),
  'use-context': z.object({ contextId: key }),
  /** Lets a production context hand out tokens for a time, without being asked. */
  'approve-context': z.object({ contextId: key }),
  'answer-confirmation': z.object({ confirmationId: key, allow: z.boolean() }),
  /** Says the whole label; what is left out is taken away. */
  'label-account': labelSchema.extend({ accountKey: key }),
  'label-tenant': labelSchema.extend({ tenantKey: key }),
  /** Says a whole order; who is not named comes last. */
  'order-accounts': z.object({ accountKeys: keys }),
  'order-tenants': z.object({ accountKey: key, tenantKeys: keys }),
  /** Keeps a subscription at hand: in the tray, and first of those that a search finds alike. */
  'set-favourite': z.object({ subscriptionKey: key, favourite: z.boolean() }),
  'collapse-tenant': z.object({ tenantKey: key, collapsed: z.boolean() }),
  'issue-token': z.object({ target: tokenTargetSchema, audience: audienceSchema }),
  /** In the form of nothing but the token unless said. */
  'copy-token': z.object({ tokenId: key, form: z.enum(tokenForms).optional() }),
  'reveal-token': z.object({ tokenId: key }),
  'read-claims': z.object({ tokenId: key }),
  'copy-detail': z.object({
    of: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('subscription-id'), subscriptionKey: key }),
      z.object({ kind: z.literal('subscription-name'), subscriptionKey: key }),
      z.object({ kind: z.literal('tenant-id'), tenantKey: key }),
      z.object({ kind: z.literal('tenant-problem'), tenantKey: key }),
      z.object({ kind: z.literal('account-problem'), accountKey: key }),
      z.object({ kind: z.literal('sign-in-problem') }),
      z.object({ kind: z.literal('token-problem') }),
    ]),
  }),
  'clear-activity': nothing,
  /** Asks where to, and writes the record of hand-outs there. */
  'export-activity': z.object({ format: z.enum(exportFormats) }),
  'open-portal': z.object({ subscriptionKey: key }),
  /** Takes a cloud in once its addresses have answered as they should. */
  'add-cloud': cloudInputSchema,
  /** The same for a custom cloud that is there, by its name. */
  'change-cloud': cloudInputSchema,
  'remove-cloud': z.object({ cloud: cloudName }),
  /** Makes a cloud the one that new sign-ins are offered first. */
  'choose-cloud': z.object({ cloud: cloudName }),
  /** The public client of a cloud's new sign-ins; none means the one that Azure CLI uses. */
  'set-client-id': z.object({ cloud: cloudName, clientId: clientIdSchema.optional() }),
  'dismiss-notice': z.object({ noticeId: key }),
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
  'change-grant': z.object({ grantId: key, minutes: grantMinutesSchema }),
  'revoke-grant': z.object({ grantId: key }),
  /** Puts the grant's variables, with its secret, on the clipboard. */
  'copy-grant-snippet': z.object({ grantId: key, form: z.enum(snippetForms) }),
  'look-at-azure-cli': nothing,
  'remove-azure-cli-file': z.object({ name: z.enum(cliSecretFileNames) }),
  /** Lets the system start the app when the person signs in to the computer, or no longer. */
  'open-at-login': z.object({ on: z.boolean() }),
  /** Asks for a page of the window, which shows it as soon as it can. */
  'show-page': z.object({ page: z.enum(pages) }),
  'page-shown': nothing,
  /** Puts the palette on the desktop, wherever the person is, or takes it away. */
  'show-palette': z.object({ shown: z.boolean() }),
  /** Asks the person about a link that the system handed over; nothing else comes of it. */
  'open-link': z.object({ address: z.string().max(100_000) }),
  'close-link': nothing,
  lock: nothing,
  /** Without a passphrase the system is asked. */
  unlock: z.object({ passphrase: triedPassphrase.optional() }),
  'set-passphrase': z.object({ passphrase: newPassphraseSchema }),
  'change-passphrase': z.object({ current: triedPassphrase, passphrase: newPassphraseSchema }),
  'forget-passphrase': nothing,
  'read-secret-places': nothing,
  'read-shim': nothing,
  /** Puts our `az` into its folder, or takes it away. */
  'set-shim': z.object({ installed: z.boolean() }),
  /** Copies the line that puts it on PATH. */
  'copy-shim-line': z.object({ shell: z.enum(pathShells) }),
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

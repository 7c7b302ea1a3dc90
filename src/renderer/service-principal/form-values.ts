import type { z } from 'zod';
import type { Account, CredentialFacts } from '../../shared/model.ts';
import type { Problem, ProblemField } from '../../shared/problem.ts';
import type { CredentialInput, ServicePrincipalInput } from '../../shared/service-principal.ts';
import {
  largestCredentialFile,
  longestLabel,
  longestPassword,
  longestPath,
  longestSecret,
  servicePrincipalSchema,
} from '../../shared/service-principal.ts';
import { longestTenantName } from '../../shared/tenant-name.ts';
import { tooLong } from '../forms/too-long.ts';
import type { KeyFile } from './read-key-file.ts';

/** The form as it stands; what the other tabs hold is kept while one changes between them. */
export interface FormValues {
  readonly cloud: string;
  readonly label: string;
  readonly clientId: string;
  readonly tenant: string;
  readonly proof: Proof;
  readonly secret: string;
  readonly keyFile: KeyFile | undefined;
  readonly pem: string;
  readonly password: string;
  readonly sendChain: boolean;
  readonly tokenFrom: 'file' | 'text';
  readonly path: string;
  readonly token: string;
}

export const proofs = ['secret', 'certificate', 'federated'] as const;

export type Proof = (typeof proofs)[number];

export type FieldName = ProblemField | 'label';

export type Parsed =
  | { readonly kind: 'input'; readonly input: ServicePrincipalInput }
  | { readonly kind: 'errors'; readonly errors: FieldErrors };

export type FieldErrors = Readonly<Partial<Record<FieldName, string>>>;

/** What the fields of a credential need. */
export interface CredentialFieldsProps {
  readonly values: FormValues;
  readonly errors: FieldErrors;
  readonly onChange: (part: Partial<FormValues>) => void;
  /** A file was chosen that can't be one. */
  readonly onMisread: (complaint: string) => void;
}

/** An empty form, or that of an account which gets another credential. */
export function firstValues(account: Account | undefined, currentCloud: string): FormValues {
  const { username = '', homeTenantId = '', displayName = '', credential } = account ?? {};
  return {
    cloud: account?.cloud ?? currentCloud,
    label: displayName === username ? '' : displayName,
    clientId: username,
    tenant: homeTenantId,
    proof: proofOf(credential),
    secret: '',
    keyFile: undefined,
    pem: '',
    password: '',
    sendChain: false,
    tokenFrom: credential?.kind === 'federated-token' ? 'text' : 'file',
    path: credential?.kind === 'federated-file' ? credential.path : '',
    token: '',
  };
}

function proofOf(credential: CredentialFacts | undefined): Proof {
  switch (credential?.kind) {
    case 'certificate':
      return 'certificate';
    case 'federated-token':
    case 'federated-file':
      return 'federated';
    case 'secret':
    case undefined:
      return 'secret';
  }
}

/** Where each text is shown, and how many characters it may have. */
const bounds = [
  { value: 'label', field: 'label', most: longestLabel },
  { value: 'clientId', field: 'clientId', most: 100 },
  { value: 'tenant', field: 'tenant', most: longestTenantName },
  { value: 'secret', field: 'credential', most: longestSecret },
  { value: 'pem', field: 'credential', most: largestCredentialFile },
  { value: 'password', field: 'password', most: longestPassword },
  { value: 'path', field: 'credential', most: longestPath },
  { value: 'token', field: 'credential', most: largestCredentialFile },
] as const;

/** Why a change is not taken into the form: a paste of megabytes would hold the window up, and is a mistake anyhow. */
export function refusedChange(part: Partial<FormValues>): FieldErrors {
  const errors: Partial<Record<FieldName, string>> = {};
  for (const { value, field, most } of bounds) {
    const refusal = tooLong(part[value] ?? '', most);
    if (refusal !== undefined) errors[field] = refusal;
  }
  return errors;
}

/** What goes to main, or what is wrong with which field. */
export function parseValues(values: FormValues): Parsed {
  const { cloud, label, clientId, tenant } = values;
  const parsed = servicePrincipalSchema.safeParse({
    cloud,
    clientId,
    tenant,
    ...(label.trim() === '' ? {} : { label }),
    credential: credentialOf(values),
  });
  return parsed.success
    ? { kind: 'input', input: parsed.data }
    : { kind: 'errors', errors: errorsOf(parsed.error.issues) };
}

function credentialOf(values: FormValues): CredentialInput {
  const { proof, secret, keyFile, pem, password, sendChain, tokenFrom, path, token } = values;
  switch (proof) {
    case 'secret':
      return { kind: 'secret', secret };
    case 'certificate':
      return {
        kind: 'certificate',
        format: keyFile?.format ?? 'pem',
        content: keyFile?.content ?? pem,
        ...(password === '' ? {} : { password }),
        sendChain,
      };
    case 'federated':
      return tokenFrom === 'file'
        ? { kind: 'federated-file', path }
        : { kind: 'federated-token', token };
  }
}

function errorsOf(issues: readonly z.core.$ZodIssue[]): FieldErrors {
  const errors: Partial<Record<FieldName, string>> = {};
  for (const { path, message } of issues) errors[fieldAt(path)] ??= message;
  return errors;
}

function fieldAt([first, last]: readonly PropertyKey[]): FieldName {
  if (first === 'label' || first === 'clientId' || first === 'tenant') return first;
  return last === 'password' ? 'password' : 'credential';
}

/** What main or Entra ID said of a field, where the form shows that field. */
export function errorsFrom(problem: Problem | undefined, { proof }: FormValues): FieldErrors {
  if (problem?.field === undefined) return {};
  const isShown = problem.field !== 'password' || proof === 'certificate';
  return isShown ? { [problem.field]: problem.message } : { credential: problem.message };
}

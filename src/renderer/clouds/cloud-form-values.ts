import type { Cloud } from '../../shared/cloud.ts';
import { defaultClientId } from '../../shared/cloud.ts';
import type { CloudInput } from '../../shared/cloud-input.ts';
import { cloudInputSchema } from '../../shared/cloud-input.ts';
import type { Problem } from '../../shared/problem.ts';

export const cloudFields = [
  'name',
  'resourceManager',
  'authority',
  'audience',
  'portal',
  'clientId',
] as const;

export type CloudFieldName = (typeof cloudFields)[number];

/** The form as it stands. What is empty is found out, but for the client ID: that is Azure CLI's then. */
export type CloudFormValues = Readonly<Record<CloudFieldName, string>>;

export type CloudFieldErrors = Readonly<Partial<Record<CloudFieldName, string>>>;

export type ParsedCloud =
  | { readonly kind: 'input'; readonly input: CloudInput }
  | { readonly kind: 'errors'; readonly errors: CloudFieldErrors };

export function firstCloudValues(cloud: Cloud | undefined): CloudFormValues {
  const { name = '', resourceManager = '', authority = '', audience = '' } = cloud ?? {};
  const { portal = '', clientId = '' } = cloud ?? {};
  return {
    name,
    resourceManager,
    authority,
    audience,
    portal,
    clientId: clientId === defaultClientId ? '' : clientId,
  };
}

/** What goes to main, or what is wrong with which field. */
export function parseCloudValues(values: CloudFormValues): ParsedCloud {
  const { name, resourceManager, ...rest } = values;
  const typed = Object.entries(rest).filter(([, value]) => value.trim() !== '');
  const parsed = cloudInputSchema.safeParse({
    name,
    resourceManager,
    clientId: defaultClientId,
    ...Object.fromEntries(typed),
  });
  if (parsed.success) return { kind: 'input', input: parsed.data };
  const errors: Partial<Record<CloudFieldName, string>> = {};
  for (const { path, message } of parsed.error.issues) {
    const field = cloudFields.find((one) => one === path[0]);
    if (field !== undefined) errors[field] ??= message;
  }
  return { kind: 'errors', errors };
}

/** What main said of a field. */
export function cloudErrorsFrom(problem: Problem | undefined): CloudFieldErrors {
  const field = cloudFields.find((one) => one === problem?.field);
  return problem === undefined || field === undefined ? {} : { [field]: problem.message };
}

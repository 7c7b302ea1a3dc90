import type { FieldErrors, FieldName } from './form-values.ts';

/** The props of a field that has a message, and none where it has not. */
export function messageAt(
  errors: FieldErrors,
  name: FieldName,
): { readonly validationMessage?: string } {
  const message = errors[name];
  return message === undefined ? {} : { validationMessage: message };
}

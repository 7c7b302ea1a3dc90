import type { AppState } from '../../shared/app-state.ts';
import type { SignIn, SignInPurpose } from '../../shared/sign-in.ts';
import type { Clouds } from '../../shared/cloud.ts';
import { cloudNamed } from '../../shared/cloud.ts';
import { purposeLabel } from '../../shared/format.ts';
import type { Tenant } from '../../shared/model.ts';
import { plainName } from '../../shared/plain-name.ts';
import type { Problem } from '../../shared/problem.ts';
import { providerText } from './cli-problem.ts';

/** What a person at a terminal has to do now; the words of the device code are Entra ID's own. */
export function signInPrompt(signIn: SignIn, { known }: Clouds): string | undefined {
  switch (signIn.kind) {
    case 'code':
      return `To sign in, use a web browser to open the page ${signIn.verificationUri} and enter the code ${signIn.userCode} to authenticate.${whom(signIn.purpose)}`;
    case 'browser': {
      const authority = cloudNamed(known, signIn.purpose.cloud)?.authority ?? 'the sign-in page';
      return `A web browser has been opened at ${authority}. Please continue the login in the web browser. If no web browser is available or if the web browser fails to open, use device code flow with \`az login --use-device-code\`.${whom(signIn.purpose)}`;
    }
    case 'idle':
    case 'starting':
    case 'failed':
      return undefined;
  }
}

/** Why a sign-in did not work, and for whom it was. */
export function signInRefusal(problem: Problem, signIn: SignIn): string {
  const isThis = signIn.kind === 'failed' && signIn.problem === problem;
  return `${providerText(problem)}${isThis ? whom(signIn.purpose) : ''}${ownApplication(problem)}`;
}

/** Where the application itself is refused, the command that names another one. */
function ownApplication({ remedy }: Problem): string {
  if (remedy?.kind !== 'set-client-id') return '';
  const cloud = remedy.cloud === undefined ? '' : ` --name ${plainName(remedy.cloud)}`;
  return `\nTo sign in with an application of your own, run:\nazimuth cloud update${cloud} --client-id CLIENT_ID`;
}

/** A line of ours below the words of Azure CLI, where the sign-in is not for just anybody. */
function whom(purpose: SignInPurpose): string {
  const label = purposeLabel(purpose);
  return label === undefined ? '' : `\nThis sign-in is for ${plainName(label)}.`;
}

/** One line for each tenant of the account that could not be listed, with the reason in the provider's words. */
export function tenantWarnings(state: AppState, accountKey: string): readonly string[] {
  return state.tenants
    .filter((tenant) => tenant.accountKey === accountKey)
    .flatMap((tenant) => {
      if (tenant.status.kind !== 'failed') return [];
      const reason = providerText(tenant.status.problem);
      return [`Failed to authenticate ${tenantName(tenant)} due to error '${reason}'`];
    });
}

const tenantName = ({ tenantId, displayName }: Tenant): string =>
  `${tenantId} '${plainName(displayName)}'`;

interface ErrorRow {
  readonly error: string;
  readonly text: string;
  readonly suberror?: string;
  /** 400 unless said otherwise. */
  readonly status?: 400 | 401;
}

/**
 * What Entra ID refuses with, by AADSTS code.
 * Sources: https://learn.microsoft.com/entra/identity-platform/reference-error-codes and answers
 * quoted in public issue threads of azure-cli, azure-sdk and the MSAL libraries.
 */
export const errorTable = {
  16000: {
    error: 'interaction_required',
    text: 'User account from identity provider does not exist in this session; choose an account.',
  },
  28000: {
    error: 'invalid_request',
    text: 'Provided value for the input parameter scope is not valid because it contains more than one resource. Scope {scope} is not valid.',
  },
  50011: {
    error: 'invalid_request',
    text: "The redirect URI '{redirectUri}' specified in the request does not match the redirect URIs configured for the application '{client}'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal. Navigate to https://aka.ms/redirectUriMismatchError to learn more about how to fix this.",
  },
  50020: {
    error: 'invalid_grant',
    text: "User account '{username}' from identity provider '{provider}' does not exist in tenant '{tenant}' and cannot access the application '{client}'({clientName}) in that tenant. The account needs to be added as an external user in the tenant first. Sign out and sign in again with a different Azure Active Directory user account.",
  },
  50034: {
    error: 'invalid_grant',
    text: 'The user account {username} does not exist in the {tenant} directory. To sign into this application, the account must be added to the directory.',
  },
  50057: {
    error: 'invalid_grant',
    text: 'The user account is disabled.',
  },
  50058: {
    error: 'login_required',
    text: 'A silent sign-in request was sent but no user is signed in. The cookies used to represent the user’s session were not sent in the request to Azure AD.',
  },
  50059: {
    error: 'invalid_request',
    text: 'No tenant-identifying information found in either the request or implied by any provided credentials.',
  },
  50076: {
    error: 'invalid_grant',
    suberror: 'basic_action',
    text: "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '{resource}'.",
  },
  500200: {
    error: 'invalid_request',
    text: 'User account is a personal Microsoft account. Personal Microsoft accounts are not supported for this application unless explicitly invited to an organization. Try signing out and signing back in with an organizational account.',
  },
  50148: {
    error: 'invalid_grant',
    text: 'The code_verifier does not match the code_challenge supplied in the authorization request for PKCE.',
  },
  50173: {
    error: 'invalid_grant',
    suberror: 'bad_token',
    text: "The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password. The grant was issued on '{issued}' and the TokensValidFrom date (before which tokens are not valid) for this user is '{validFrom}'.",
  },
  501481: {
    error: 'invalid_grant',
    text: 'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
  },
  500011: {
    error: 'invalid_resource',
    text: 'The resource principal named {resource} was not found in the tenant named {tenant}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.',
  },
  500112: {
    error: 'invalid_client',
    text: "The reply address '{redirectUri}' does not match the reply address '{expected}' provided when requesting Authorization code.",
  },
  500121: {
    error: 'access_denied',
    text: 'Authentication failed during strong authentication request.',
  },
  53000: {
    error: 'invalid_grant',
    suberror: 'message_only',
    text: 'Device is not in required device state: {state}. Conditional Access policy requires a compliant device, and the device is not compliant. The user must enroll their device with an approved MDM provider like Intune.',
  },
  530003: {
    error: 'invalid_grant',
    suberror: 'message_only',
    text: 'Your device is required to be managed to access this resource.',
  },
  53003: {
    error: 'invalid_grant',
    suberror: 'message_only',
    text: 'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
  },
  54005: {
    error: 'invalid_grant',
    text: 'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
  },
  65001: {
    error: 'invalid_grant',
    suberror: 'consent_required',
    text: "The user or administrator has not consented to use the application with ID '{client}' named '{clientName}'. Send an interactive authorization request for this user and resource.",
  },
  65002: {
    error: 'invalid_scope',
    text: "The requested permission '{scope}' isn't valid for the resource '{resource}'.",
  },
  65004: {
    error: 'access_denied',
    text: 'User declined to consent to access the app.',
  },
  70000: {
    error: 'invalid_grant',
    text: 'Provided grant is invalid or malformed.',
  },
  70003: {
    error: 'unsupported_grant_type',
    text: "The app requested an unsupported grant type '{grant}'.",
  },
  70008: {
    error: 'invalid_grant',
    text: 'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.',
  },
  70043: {
    error: 'invalid_grant',
    suberror: 'token_expired',
    text: 'The refresh token has expired or is invalid due to sign-in frequency checks by conditional access. The token was issued on {issued} and the maximum allowed lifetime for this request is {lifetime}.',
  },
  70011: {
    error: 'invalid_scope',
    text: "The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope {scope} is not valid.",
  },
  70016: {
    error: 'authorization_pending',
    text: 'OAuth 2.0 device flow error. Authorization is pending. Continue polling.',
  },
  70018: {
    error: 'authorization_declined',
    text: 'OAuth 2.0 device flow error. Authorization was declined by the end user.',
  },
  70020: {
    error: 'expired_token',
    text: "The provided value for the input parameter 'device_code' is not valid. This device code has expired.",
  },
  70021: {
    error: 'invalid_request',
    text: 'No matching federated identity record found for presented assertion. Assertion Issuer: {issuer}. Assertion Subject: {subject}. Assertion Audience: {audience}.',
  },
  70025: {
    error: 'bad_verification_code',
    text: "The provided value for the input parameter 'device_code' is not valid.",
  },
  700007: {
    error: 'slow_down',
    text: 'OAuth 2.0 device flow error. The client polls too often; wait longer between two requests.',
  },
  700016: {
    error: 'unauthorized_client',
    text: "Application with identifier '{client}' was not found in the directory '{tenant}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.",
  },
  700024: {
    error: 'invalid_client',
    status: 401,
    text: 'Client assertion is not within its valid time range. Current time: {now}, assertion valid from {notBefore}, expiry time of assertion {expiry}.',
  },
  700027: {
    error: 'invalid_client',
    status: 401,
    text: "The certificate with identifier used to sign the client assertion is not registered on application. [Reason - {reason}, Thumbprint of key used by client: '{thumbprint}']",
  },
  700023: {
    error: 'invalid_client',
    status: 401,
    text: "Client assertion audience claim does not match Realm issuer. Expected '{expected}', received '{audience}'.",
  },
  700082: {
    error: 'invalid_grant',
    suberror: 'token_expired',
    text: 'The refresh token has expired due to inactivity. The token was issued on {issued} and was inactive for {inactive}.',
  },
  7000215: {
    error: 'invalid_client',
    status: 401,
    text: "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{client}'.",
  },
  7000218: {
    error: 'invalid_client',
    status: 401,
    text: "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  },
  7000222: {
    error: 'invalid_client',
    status: 401,
    text: "The provided client secret keys for app '{client}' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: https://aka.ms/certCreds.",
  },
  90002: {
    error: 'invalid_tenant',
    text: "Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.",
  },
  900144: {
    error: 'invalid_request',
    text: "The request body must contain the following parameter: '{parameter}'.",
  },
  900023: {
    error: 'invalid_request',
    text: "Specified tenant identifier '{tenant}' is neither a valid DNS name, nor a valid external domain.",
  },
  9002313: {
    error: 'invalid_request',
    text: 'Invalid request. Request is malformed or invalid.',
  },
} as const satisfies Record<number, ErrorRow>;

export type ErrorCode = keyof typeof errorTable;

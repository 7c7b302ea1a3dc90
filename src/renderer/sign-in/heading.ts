/** The id of the heading that names a sign-in under way. */
export const signInHeadingId = 'sign-in-heading';

export const signIn = {
  title: 'Sign in',
  lead: 'Hear what your customers say, from inside your product.',
  email: 'E-mail',
  password: 'Password',
  submit: 'Sign in',
  submitting: 'Signing in',
  /** While a sign-in link from the address is used. */
  withLink: 'Signing you in with the link',
  wrongCredentials: 'E-mail or password is wrong. Check both; capital letters count in the password.',
  linkSpent: 'This sign-in link was used or has expired. Sign in with your e-mail and password, or ask for a new link.',
  tooMany: (wait: string | null) =>
    wait === null
      ? 'Too many attempts. Wait a few minutes, then try again.'
      : `Too many attempts. Wait ${wait}, then try again.`,
  /** Over the page that was open when the session ended. */
  again: {
    title: 'Sign in again',
    lead: 'Your session has ended. What you were working at is still here; sign in to go on.',
  },
  newWorkspace: 'Make a workspace of your own',
  missing: 'Fill in both your e-mail and your password.',
}

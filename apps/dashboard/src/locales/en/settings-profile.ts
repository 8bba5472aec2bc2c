import { counted } from './plural.ts'

export const settingsProfile = {
  title: 'You',
  lead: (email: string, role: string) => `${email}, ${role}`,
  name: 'Your name',
  nameHint: 'Customers see it on your replies.',
  nameMissing: 'Write your name.',
  save: 'Save',
  saved: 'Saved',
  password: {
    title: 'Password',
    /** For who came by an invitation. */
    choose: 'Choose a password, so that you can sign in again after today.',
    change: 'Your other browsers are signed out when you change it.',
    current: 'Present password',
    next: 'New password',
    hint: 'At least 10 characters',
    short: 'Use at least 10 characters.',
    wrong: 'This is not your present password.',
    submit: 'Change the password',
    submitFirst: 'Set the password',
    done: 'Your password is set.',
  },
  sessions: {
    title: 'Where you are signed in',
    count: (browsers: number) => `In ${counted(browsers, 'browser', 'browsers')}, this one included.`,
    signOut: 'Sign out everywhere',
    confirmTitle: 'Sign out everywhere?',
    confirmBody: 'Every browser is signed out, this one too. Nothing is lost.',
    confirm: 'Sign out everywhere',
    cancel: 'Stay signed in',
  },
}

import { counted } from './plural.ts'
import { settingsAreas } from './settings-areas.ts'
import { settingsAsking } from './settings-asking.ts'
import { settingsHelp } from './settings-help.ts'
import { settingsImport } from './settings-import.ts'
import { settingsKeys } from './settings-keys.ts'
import { settingsMail } from './settings-mail.ts'
import { settingsMembers } from './settings-members.ts'
import { settingsProfile } from './settings-profile.ts'
import { settingsWorkspace } from './settings-workspace.ts'

export const settings = {
  title: 'Settings',
  /** Names the list of sub-pages for screen readers. */
  sections: 'Settings',
  workspace: settingsWorkspace,
  keys: settingsKeys,
  members: settingsMembers,
  areas: settingsAreas,
  profile: settingsProfile,
  asking: settingsAsking,
  help: settingsHelp,
  mail: settingsMail,
  identity: {
    title: 'Identity',
    lead: 'Browsers say who their visitor is. What your server has signed is certain; the rest is only a claim.',
    readOnly: 'You can read this page. Changing it takes an owner or admin of the workspace.',
    seen: {
      title: (days: number) => `How visitors came in the last ${counted(days, 'day', 'days')}`,
      signed: 'Signed',
      signedHint: 'Your server vouched for who they are.',
      unsigned: 'Unsigned',
      unsignedHint: 'The browser said who they are; nobody vouched for it.',
      anonymous: 'Anonymous',
      anonymousHint: 'Nobody said who they are.',
      /** One bar: how many visitors, and what share of all. */
      row: (visitors: number, share: string) => `${counted(visitors, 'visitor', 'visitors')} · ${share}`,
      nobody: 'Nobody came in these days. Once the widget is on your pages, you see here how visitors are identified.',
    },
    enforcement: {
      title: 'Enforcement',
      on: 'On: the widget works only for visitors whose identity is signed.',
      off: 'Off: the widget works for everyone; what is unsigned is marked as unverified.',
      switchOn: 'Switch on',
      switchOff: 'Switch off',
      /** Why it cannot be switched on. */
      noKey: 'Create a signing key first: without one nobody can come signed.',
      confirmTitle: 'Switch enforcement on?',
      /** Visitors of the last days who would be refused. */
      shutsOut: (visitors: string, of: string, days: string) =>
        `${visitors} of ${of} in the last ${days} came without a signature and would be shut out: no surveys, no help, no tickets for them.`,
      unsigned: (visitors: string) => `${visitors} said who they are, and nobody signed it.`,
      anonymous: (visitors: string) => `${visitors} did not say who they are.`,
      nobodyOut: (days: string) => `Everyone who came in the last ${days} was signed. Nobody would be shut out.`,
      nobodyCame: (days: string) =>
        `Nobody came in the last ${days}, so there is no telling whom this shuts out. Whoever comes unsigned from now on will be.`,
      confirm: 'Switch enforcement on',
      cancel: 'Leave it off',
      back: 'You can switch it off again at any time. Nothing that was stored is lost.',
      visitors: (count: number) => counted(count, 'visitor', 'visitors'),
      days: (count: number) => counted(count, 'day', 'days'),
    },
    values: {
      title: 'Plan, spend and traits that only a browser claims',
      ignore: 'Leave them out',
      ignoreHint:
        'Segments and figures treat them as missing. Somebody who edits what their browser sends cannot change a figure.',
      use: 'Count them',
      useHint:
        'Segments and figures use them like any others. For trying Heed out, or while your server signs nothing yet.',
      saved: 'Saved',
    },
    keys: {
      title: 'Signing keys',
      lead: 'Your server signs with one of these; its id goes into the token as kid. To change a key, create a new one, let your server use it, then revoke the old one.',
      none: 'No keys yet. Create one to let your server vouch for its users.',
      table: 'Signing keys',
      name: 'Name',
      algorithm: 'Algorithm',
      id: 'Id (kid)',
      /** Heading of a column: the first characters of a secret, or the fingerprint of a public key. */
      hint: 'Begins with',
      created: 'Created',
      lastUsed: 'Last used',
      never: 'Never',
      actions: 'Actions',
      revoke: 'Revoke',
      revokeOf: (name: string) => `Revoke ${name}`,
      revokeTitle: (name: string) => `Revoke ${name}?`,
      revokeBody:
        'Tokens signed with it are refused from now on. Visitors who came with one already stay signed until their token ends, at most a day.',
      revokeLast:
        'It is the last key, and enforcement is on: once their tokens have ended, nobody gets in until there is a new key.',
      revokeConfirm: 'Revoke the key',
      revokeCancel: 'Keep it',
    },
    newKey: {
      title: 'New key',
      name: 'Name',
      namePlaceholder: 'Production server',
      algorithm: 'Algorithm',
      hs256: 'HS256: Heed makes a secret',
      es256: 'ES256: you keep the private key',
      rs256: 'RS256: you keep the private key',
      publicKey: 'Public key (PEM)',
      create: 'Create key',
      creating: 'Creating',
      nameMissing: 'Give the key a name by which you know it again.',
      publicKeyMissing: 'Paste the public key. It begins with -----BEGIN PUBLIC KEY-----.',
      privateKey: 'This is a private key. It must not leave your server: paste the public key.',
      created: (name: string) => `${name} is ready.`,
      shown: {
        title: 'The secret, shown this once',
        body: 'Store it where your server reads its secrets. Heed keeps it to check signatures and will not show it again.',
        label: 'Secret',
        done: 'I have stored it',
      },
      copy: 'Copy',
      copied: 'Copied',
      /** The browser does not let a page copy by itself. */
      copyByHand: 'Selected: press Ctrl+C, or ⌘C on a Mac.',
    },
    example: {
      title: 'How your server signs',
      body: 'Sign on your server, for each page or session, and give the token to the widget. It is good for an hour here; the longest is a day.',
      server: 'On your server',
      page: 'On your page',
      noKey: 'Shown with the id of your key once there is one.',
      code: 'Code',
    },
  },
  currencies: {
    title: 'Currencies',
    lead: 'Accounts keep what they pay in their own currency. To be compared and added up it is converted into the reporting currency.',
    readOnly: 'You can read this page. Changing rates takes an owner or admin of the workspace.',
    reporting: (currency: string) => `Reporting currency: ${currency}`,
    missing: {
      title: 'Spend that is not counted',
      body: 'No rate says what these currencies are worth, so the spend of these accounts is left out of every figure and segment.',
      row: (currency: string, accounts: number) => `${currency} · ${counted(accounts, 'account', 'accounts')}`,
      add: 'Add a rate',
      addFor: (currency: string) => `Add a rate for ${currency}`,
    },
    none: 'No rates yet. You need them only for accounts that pay in another currency.',
    table: 'Rates',
    columns: {
      currency: 'Currency',
      day: 'From',
      rate: (currency: string) => `One is worth, ${currency}`,
      actions: 'Actions',
    },
    /** Mark on the rate that counts today. */
    current: 'counts today',
    /** Mark on a rate whose day lies ahead. */
    ahead: 'from that day on',
    remove: 'Remove',
    removeOf: (currency: string, day: string) => `Remove the rate of ${currency} from ${day}`,
    removeTitle: (currency: string, day: string) => `Remove the rate of ${currency} from ${day}?`,
    removeBody: 'The rate before it counts in its place. If there is none, spend in this currency is not counted.',
    removeConfirm: 'Remove the rate',
    removeCancel: 'Keep it',
    form: {
      title: 'Add a rate',
      currency: 'Currency',
      currencyHint: 'Such as USD',
      day: 'From day on',
      rate: (one: string, reporting: string) => `One ${one} is worth, in ${reporting}`,
      /** Stands in the label above until a currency was typed. */
      unit: 'unit',
      save: 'Save rate',
      saving: 'Saving',
      saved: (currency: string, day: string) =>
        `The rate of ${currency} from ${day} is saved. All spend in it was converted anew.`,
      removed: (currency: string, day: string) =>
        `The rate of ${currency} from ${day} was removed. All spend in it was converted anew.`,
      explain:
        'A rate counts from its day until the next one. What was said on earlier days keeps the rate of its own day; without one it has no spend in the reporting currency.',
      badCurrency: 'Write the three letters of a currency, such as EUR.',
      isReporting: 'This is the reporting currency itself; it needs no rate.',
      badDay: 'Choose a day.',
      badRate: 'Write a number above zero, such as 1.08.',
    },
  },
  import: settingsImport,
}

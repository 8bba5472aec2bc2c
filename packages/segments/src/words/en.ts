import { formsOf } from './forms.ts'
import type { SegmentWords } from './segment-words.ts'

const days = formsOf('en', { one: '# day', other: '# days' })
const lastDays = formsOf('en', { one: 'in the last day', other: 'in the last # days' })
const times = formsOf('en', { one: 'once', other: '# times' })

export const en: SegmentWords = {
  everyone: 'everyone',
  nobody: 'nobody',
  unknownSaved: 'a segment that is gone',
  empty: 'empty',
  field: {
    plan: 'plan',
    country: 'country',
    locale: 'language',
    spend: 'spend',
    tenure: 'tenure',
    seats: 'seats',
    created: 'created',
    seen: 'last seen',
  },
  known: (name) => `${name} known`,
  contains: (name, text) => `${name} contains “${text}”`,
  starts: (name, text) => `${name} begins with “${text}”`,
  named: (name, values) => `${name}: ${values}`,
  ofPerson: (name) => `${name} (person)`,
  ofAccount: (name) => `${name} (account)`,
  from: (name, value) => `${name} ≥ ${value}`,
  upTo: (name, value) => `${name} ≤ ${value}`,
  between: (name, low, high) => `${name} ${low}–${high}`,
  exactly: (name, value) => `${name} = ${value}`,
  tenureFrom: (time) => `${time} or longer`,
  tenureUpTo: (time) => `up to ${time}`,
  tenureUnder: (time) => `under ${time}`,
  tenureBetween: (time) => `tenure ${time}`,
  tenureKnown: 'tenure known',
  inLast: (name, counted) => `${name} ${lastDays(counted)}`,
  onDays: (name, day) => `${name} ${day}`,
  onOrAfter: (name, day) => `${name} ${day} or later`,
  onOrBefore: (name, day) => `${name} ${day} or earlier`,
  quoted: (name) => `“${name}”`,
  atLeast: (what, counted) => `${what} at least ${times(counted)}`,
  atMost: (what, counted) => `${what} at most ${times(counted)}`,
  exactlyTimes: (what, counted) => `${what} ${times(counted)}`,
  never: (what) => `never ${what}`,
  within: (phrase, counted) => `${phrase} in ${days(counted)}`,
  tickets: {
    any: { some: 'filed a ticket', none: 'filed no ticket', name: 'tickets' },
    open: { some: 'has an open ticket', none: 'has no open ticket', name: 'open tickets' },
    closed: { some: 'has a closed ticket', none: 'has no closed ticket', name: 'closed tickets' },
  },
  lastNps: (scores) => `last NPS ${scores}`,
  not: (phrase) => `not: ${phrase}`,
}

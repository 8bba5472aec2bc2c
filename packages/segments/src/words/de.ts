import { formsOf } from './forms.ts'
import type { SegmentWords } from './segment-words.ts'

const lastDays = formsOf('de', { one: 'innerhalb des letzten Tages', other: 'innerhalb der letzten # Tage' })
const days = formsOf('de', { one: '# Tag', other: '# Tagen' })
const times = formsOf('de', { one: 'einmal', other: '#-mal' })

export const de: SegmentWords = {
  everyone: 'alle',
  nobody: 'niemand',
  unknownSaved: 'ein Segment, das es nicht mehr gibt',
  empty: 'leer',
  field: {
    plan: 'Tarif',
    country: 'Land',
    locale: 'Sprache',
    spend: 'Umsatz',
    tenure: 'Kundendauer',
    seats: 'Plätze',
    created: 'angelegt',
    seen: 'zuletzt gesehen',
  },
  known: (name) => `${name} bekannt`,
  contains: (name, text) => `${name} enthält „${text}“`,
  starts: (name, text) => `${name} beginnt mit „${text}“`,
  named: (name, values) => `${name}: ${values}`,
  ofPerson: (name) => `${name} (der Person)`,
  ofAccount: (name) => `${name} (des Kontos)`,
  from: (name, value) => `${name} ≥ ${value}`,
  upTo: (name, value) => `${name} ≤ ${value}`,
  between: (name, low, high) => `${name} ${low}–${high}`,
  exactly: (name, value) => `${name} = ${value}`,
  tenureFrom: (time) => `Kundendauer: ${time} oder länger`,
  tenureUpTo: (time) => `Kundendauer: höchstens ${time}`,
  tenureUnder: (time) => `Kundendauer: weniger als ${time}`,
  tenureBetween: (time) => `Kundendauer: ${time}`,
  tenureKnown: 'Kundendauer bekannt',
  inLast: (name, counted) => `${name} ${lastDays(counted)}`,
  onDays: (name, day) => `${name}: ${day}`,
  onOrAfter: (name, day) => `${name}: ${day} oder später`,
  onOrBefore: (name, day) => `${name}: ${day} oder früher`,
  quoted: (name) => `„${name}“`,
  atLeast: (what, counted) => `${what} mindestens ${times(counted)}`,
  atMost: (what, counted) => `${what} höchstens ${times(counted)}`,
  exactlyTimes: (what, counted) => `${what} ${times(counted)}`,
  never: (what) => `nie ${what}`,
  within: (phrase, counted) => `${phrase} in ${days(counted)}`,
  tickets: {
    any: { some: 'hat eine Anfrage gestellt', none: 'hat keine Anfrage gestellt', name: 'Anfragen' },
    open: { some: 'hat eine offene Anfrage', none: 'hat keine offene Anfrage', name: 'offene Anfragen' },
    closed: {
      some: 'hat eine geschlossene Anfrage',
      none: 'hat keine geschlossene Anfrage',
      name: 'geschlossene Anfragen',
    },
  },
  lastNps: (scores) => `letzter NPS ${scores}`,
  not: (phrase) => `nicht: ${phrase}`,
}

import { formsOf } from './forms.ts'
import type { SegmentWords } from './segment-words.ts'

// A space that does not break stands before a colon and within quotes.
const lastDays = formsOf('fr', { one: 'au cours du dernier jour', other: 'au cours des # derniers jours' })
const days = formsOf('fr', { one: '# jour', other: '# jours' })
const times = formsOf('fr', { other: '# fois' })

export const fr: SegmentWords = {
  everyone: 'tout le monde',
  nobody: 'personne',
  unknownSaved: 'un segment qui n’existe plus',
  empty: 'vide',
  field: {
    plan: 'forfait',
    country: 'pays',
    locale: 'langue',
    spend: 'dépenses',
    tenure: 'ancienneté',
    seats: 'licences',
    created: 'création',
    seen: 'dernière visite',
  },
  known: (name) => `${name}\u00a0: valeur connue`,
  contains: (name, text) => `${name} contient «\u00a0${text}\u00a0»`,
  starts: (name, text) => `${name} commence par «\u00a0${text}\u00a0»`,
  named: (name, values) => `${name}\u00a0: ${values}`,
  ofPerson: (name) => `${name} (de la personne)`,
  ofAccount: (name) => `${name} (du compte)`,
  from: (name, value) => `${name} ≥ ${value}`,
  upTo: (name, value) => `${name} ≤ ${value}`,
  between: (name, low, high) => `${name} ${low}–${high}`,
  exactly: (name, value) => `${name} = ${value}`,
  tenureFrom: (time) => `ancienneté d’au moins ${time}`,
  tenureUpTo: (time) => `ancienneté d’au plus ${time}`,
  tenureUnder: (time) => `ancienneté de moins de ${time}`,
  tenureBetween: (time) => `ancienneté\u00a0: ${time}`,
  tenureKnown: 'ancienneté connue',
  inLast: (name, counted) => `${name} ${lastDays(counted)}`,
  onDays: (name, day) => `${name}\u00a0: ${day}`,
  onOrAfter: (name, day) => `${name}\u00a0: ${day} ou après`,
  onOrBefore: (name, day) => `${name}\u00a0: ${day} ou avant`,
  quoted: (name) => `«\u00a0${name}\u00a0»`,
  atLeast: (what, counted) => `${what} au moins ${times(counted)}`,
  atMost: (what, counted) => `${what} au plus ${times(counted)}`,
  exactlyTimes: (what, counted) => `${what} ${times(counted)}`,
  never: (what) => `jamais ${what}`,
  within: (phrase, counted) => `${phrase} en ${days(counted)}`,
  tickets: {
    any: { some: 'a envoyé une demande', none: 'n’a envoyé aucune demande', name: 'demandes' },
    open: { some: 'a une demande ouverte', none: 'n’a aucune demande ouverte', name: 'demandes ouvertes' },
    closed: { some: 'a une demande fermée', none: 'n’a aucune demande fermée', name: 'demandes fermées' },
  },
  lastNps: (scores) => `dernier NPS ${scores}`,
  not: (phrase) => `non\u00a0: ${phrase}`,
}

import { formsOf } from './forms.ts'
import type { SegmentWords } from './segment-words.ts'

const lastDays = formsOf('lt', {
  one: 'per paskutinę # dieną',
  few: 'per paskutines # dienas',
  many: 'per paskutines # dienos',
  other: 'per paskutines # dienų',
})
const days = formsOf('lt', { one: 'per # dieną', few: 'per # dienas', many: 'per # dienos', other: 'per # dienų' })
const times = formsOf('lt', { one: '# kartą', few: '# kartus', many: '# karto', other: '# kartų' })

export const lt: SegmentWords = {
  everyone: 'visi',
  nobody: 'niekas',
  unknownSaved: 'segmentas, kurio nebėra',
  empty: 'tuščia',
  field: {
    plan: 'planas',
    country: 'šalis',
    locale: 'kalba',
    spend: 'išlaidos',
    tenure: 'kliento stažas',
    seats: 'vietos',
    created: 'sukurta',
    seen: 'paskutinį kartą matyta',
  },
  known: (name) => `${name}: reikšmė žinoma`,
  contains: (name, text) => `${name}: tekste yra „${text}“`,
  starts: (name, text) => `${name}: prasideda „${text}“`,
  named: (name, values) => `${name}: ${values}`,
  ofPerson: (name) => `${name} (asmens)`,
  ofAccount: (name) => `${name} (įmonės)`,
  from: (name, value) => `${name} ≥ ${value}`,
  upTo: (name, value) => `${name} ≤ ${value}`,
  between: (name, low, high) => `${name} ${low}–${high}`,
  exactly: (name, value) => `${name} = ${value}`,
  tenureFrom: (time) => `kliento stažas: ${time} ar daugiau`,
  tenureUpTo: (time) => `kliento stažas: ne daugiau kaip ${time}`,
  tenureUnder: (time) => `kliento stažas: mažiau kaip ${time}`,
  tenureBetween: (time) => `kliento stažas: ${time}`,
  tenureKnown: 'kliento stažas žinomas',
  inLast: (name, counted) => `${name} ${lastDays(counted)}`,
  onDays: (name, day) => `${name}: ${day}`,
  onOrAfter: (name, day) => `${name}: ${day} ar vėliau`,
  onOrBefore: (name, day) => `${name}: ${day} ar anksčiau`,
  quoted: (name) => `„${name}“`,
  atLeast: (what, counted) => `${what} bent ${times(counted)}`,
  atMost: (what, counted) => `${what} ne daugiau kaip ${times(counted)}`,
  exactlyTimes: (what, counted) => `${what} ${times(counted)}`,
  never: (what) => `${what} nė karto`,
  within: (phrase, counted) => `${phrase} ${days(counted)}`,
  tickets: {
    any: { some: 'pateikė užklausą', none: 'nepateikė nė vienos užklausos', name: 'užklausos' },
    open: { some: 'turi atvirą užklausą', none: 'neturi atvirų užklausų', name: 'atviros užklausos' },
    closed: { some: 'turi uždarytą užklausą', none: 'neturi uždarytų užklausų', name: 'uždarytos užklausos' },
  },
  lastNps: (scores) => `paskutinis NPS ${scores}`,
  not: (phrase) => `ne: ${phrase}`,
}

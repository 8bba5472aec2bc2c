import { formsOf } from './forms.ts'
import type { SegmentWords } from './segment-words.ts'

const lastDays = formsOf('it', { one: 'nell’ultimo giorno', other: 'negli ultimi # giorni' })
const days = formsOf('it', { one: '# giorno', other: '# giorni' })
const times = formsOf('it', { one: 'una volta', other: '# volte' })

export const it: SegmentWords = {
  everyone: 'tutti',
  nobody: 'nessuno',
  unknownSaved: 'un segmento che non esiste più',
  empty: 'vuoto',
  field: {
    plan: 'piano',
    country: 'paese',
    locale: 'lingua',
    spend: 'spesa',
    tenure: 'anzianità',
    seats: 'postazioni',
    created: 'creazione',
    seen: 'ultima visita',
  },
  known: (name) => `${name}: valore noto`,
  contains: (name, text) => `${name} contiene «${text}»`,
  starts: (name, text) => `${name} inizia con «${text}»`,
  named: (name, values) => `${name}: ${values}`,
  ofPerson: (name) => `${name} (della persona)`,
  ofAccount: (name) => `${name} (dell’azienda)`,
  from: (name, value) => `${name} ≥ ${value}`,
  upTo: (name, value) => `${name} ≤ ${value}`,
  between: (name, low, high) => `${name} ${low}–${high}`,
  exactly: (name, value) => `${name} = ${value}`,
  tenureFrom: (time) => `anzianità di almeno ${time}`,
  tenureUpTo: (time) => `anzianità di ${time} al massimo`,
  tenureUnder: (time) => `anzianità inferiore a ${time}`,
  tenureBetween: (time) => `anzianità: ${time}`,
  tenureKnown: 'anzianità nota',
  inLast: (name, counted) => `${name} ${lastDays(counted)}`,
  onDays: (name, day) => `${name}: ${day}`,
  onOrAfter: (name, day) => `${name}: ${day} o dopo`,
  onOrBefore: (name, day) => `${name}: ${day} o prima`,
  quoted: (name) => `«${name}»`,
  atLeast: (what, counted) => `${what} almeno ${times(counted)}`,
  atMost: (what, counted) => `${what} al massimo ${times(counted)}`,
  exactlyTimes: (what, counted) => `${what} ${times(counted)}`,
  never: (what) => `mai ${what}`,
  within: (phrase, counted) => `${phrase} in ${days(counted)}`,
  tickets: {
    any: { some: 'ha inviato una richiesta', none: 'non ha inviato richieste', name: 'richieste' },
    open: { some: 'ha una richiesta aperta', none: 'non ha richieste aperte', name: 'richieste aperte' },
    closed: { some: 'ha una richiesta chiusa', none: 'non ha richieste chiuse', name: 'richieste chiuse' },
  },
  lastNps: (scores) => `ultimo NPS ${scores}`,
  not: (phrase) => `non: ${phrase}`,
}

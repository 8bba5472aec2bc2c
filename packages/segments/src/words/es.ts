import { formsOf } from './forms.ts'
import type { SegmentWords } from './segment-words.ts'

const lastDays = formsOf('es', { one: 'en el último día', other: 'en los últimos # días' })
const days = formsOf('es', { one: '# día', other: '# días' })
const times = formsOf('es', { one: 'una vez', other: '# veces' })

export const es: SegmentWords = {
  everyone: 'todos',
  nobody: 'nadie',
  unknownSaved: 'un segmento que ya no existe',
  empty: 'vacío',
  field: {
    plan: 'plan',
    country: 'país',
    locale: 'idioma',
    spend: 'gasto',
    tenure: 'antigüedad',
    seats: 'licencias',
    created: 'alta',
    seen: 'última visita',
  },
  known: (name) => `${name}: valor conocido`,
  contains: (name, text) => `${name} contiene «${text}»`,
  starts: (name, text) => `${name} empieza por «${text}»`,
  named: (name, values) => `${name}: ${values}`,
  ofPerson: (name) => `${name} (de la persona)`,
  ofAccount: (name) => `${name} (de la cuenta)`,
  from: (name, value) => `${name} ≥ ${value}`,
  upTo: (name, value) => `${name} ≤ ${value}`,
  between: (name, low, high) => `${name} ${low}–${high}`,
  exactly: (name, value) => `${name} = ${value}`,
  tenureFrom: (time) => `antigüedad de al menos ${time}`,
  tenureUpTo: (time) => `antigüedad de ${time} como máximo`,
  tenureUnder: (time) => `antigüedad de menos de ${time}`,
  tenureBetween: (time) => `antigüedad: ${time}`,
  tenureKnown: 'antigüedad conocida',
  inLast: (name, counted) => `${name} ${lastDays(counted)}`,
  onDays: (name, day) => `${name}: ${day}`,
  onOrAfter: (name, day) => `${name}: ${day} o después`,
  onOrBefore: (name, day) => `${name}: ${day} o antes`,
  quoted: (name) => `«${name}»`,
  atLeast: (what, counted) => `${what} al menos ${times(counted)}`,
  atMost: (what, counted) => `${what} como máximo ${times(counted)}`,
  exactlyTimes: (what, counted) => `${what} ${times(counted)}`,
  never: (what) => `nunca ${what}`,
  within: (phrase, counted) => `${phrase} en ${days(counted)}`,
  tickets: {
    any: { some: 'ha enviado una consulta', none: 'no ha enviado ninguna consulta', name: 'consultas' },
    open: {
      some: 'tiene una consulta abierta',
      none: 'no tiene ninguna consulta abierta',
      name: 'consultas abiertas',
    },
    closed: {
      some: 'tiene una consulta cerrada',
      none: 'no tiene ninguna consulta cerrada',
      name: 'consultas cerradas',
    },
  },
  lastNps: (scores) => `último NPS ${scores}`,
  not: (phrase) => `no: ${phrase}`,
}

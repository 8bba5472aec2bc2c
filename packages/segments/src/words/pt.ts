import { formsOf } from './forms.ts'
import type { SegmentWords } from './segment-words.ts'

const lastDays = formsOf('pt', { one: 'no último dia', other: 'nos últimos # dias' })
const days = formsOf('pt', { one: '# dia', other: '# dias' })
const times = formsOf('pt', { one: '# vez', other: '# vezes' })

export const pt: SegmentWords = {
  everyone: 'todos',
  nobody: 'ninguém',
  unknownSaved: 'um segmento que já não existe',
  empty: 'vazio',
  field: {
    plan: 'plano',
    country: 'país',
    locale: 'idioma',
    spend: 'gasto',
    tenure: 'tempo como cliente',
    seats: 'licenças',
    created: 'criação',
    seen: 'última visita',
  },
  known: (name) => `${name}: valor conhecido`,
  contains: (name, text) => `${name} contém “${text}”`,
  starts: (name, text) => `${name} começa com “${text}”`,
  named: (name, values) => `${name}: ${values}`,
  ofPerson: (name) => `${name} (da pessoa)`,
  ofAccount: (name) => `${name} (da conta)`,
  from: (name, value) => `${name} ≥ ${value}`,
  upTo: (name, value) => `${name} ≤ ${value}`,
  between: (name, low, high) => `${name} ${low}–${high}`,
  exactly: (name, value) => `${name} = ${value}`,
  tenureFrom: (time) => `cliente há pelo menos ${time}`,
  tenureUpTo: (time) => `cliente há no máximo ${time}`,
  tenureUnder: (time) => `cliente há menos de ${time}`,
  tenureBetween: (time) => `cliente há ${time}`,
  tenureKnown: 'tempo como cliente conhecido',
  inLast: (name, counted) => `${name} ${lastDays(counted)}`,
  onDays: (name, day) => `${name}: ${day}`,
  onOrAfter: (name, day) => `${name}: ${day} ou depois`,
  onOrBefore: (name, day) => `${name}: ${day} ou antes`,
  quoted: (name) => `“${name}”`,
  atLeast: (what, counted) => `${what} pelo menos ${times(counted)}`,
  atMost: (what, counted) => `${what} no máximo ${times(counted)}`,
  exactlyTimes: (what, counted) => `${what} ${times(counted)}`,
  never: (what) => `nunca ${what}`,
  within: (phrase, counted) => `${phrase} em ${days(counted)}`,
  tickets: {
    any: { some: 'enviou um pedido', none: 'não enviou nenhum pedido', name: 'pedidos' },
    open: { some: 'tem um pedido aberto', none: 'não tem nenhum pedido aberto', name: 'pedidos abertos' },
    closed: { some: 'tem um pedido fechado', none: 'não tem nenhum pedido fechado', name: 'pedidos fechados' },
  },
  lastNps: (scores) => `último NPS ${scores}`,
  not: (phrase) => `não: ${phrase}`,
}

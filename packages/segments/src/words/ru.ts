import { formsOf } from './forms.ts'
import type { SegmentWords } from './segment-words.ts'

const lastDays = formsOf('ru', {
  one: 'за последний # день',
  few: 'за последние # дня',
  many: 'за последние # дней',
  other: 'за последние # дня',
})
const days = formsOf('ru', { one: 'за # день', few: 'за # дня', many: 'за # дней', other: 'за # дня' })
const times = formsOf('ru', { one: '# раз', few: '# раза', many: '# раз', other: '# раза' })

export const ru: SegmentWords = {
  everyone: 'все',
  nobody: 'никто',
  unknownSaved: 'сегмент, которого больше нет',
  empty: 'пусто',
  field: {
    plan: 'тариф',
    country: 'страна',
    locale: 'язык',
    spend: 'расходы',
    tenure: 'стаж клиента',
    seats: 'места',
    created: 'создание',
    seen: 'последний визит',
  },
  known: (name) => `${name}: значение известно`,
  contains: (name, text) => `${name}: содержит «${text}»`,
  starts: (name, text) => `${name}: начинается с «${text}»`,
  named: (name, values) => `${name}: ${values}`,
  ofPerson: (name) => `${name} (человек)`,
  ofAccount: (name) => `${name} (компания)`,
  from: (name, value) => `${name} ≥ ${value}`,
  upTo: (name, value) => `${name} ≤ ${value}`,
  between: (name, low, high) => `${name} ${low}–${high}`,
  exactly: (name, value) => `${name} = ${value}`,
  tenureFrom: (time) => `стаж клиента: ${time} или дольше`,
  tenureUpTo: (time) => `стаж клиента: не больше чем ${time}`,
  tenureUnder: (time) => `стаж клиента: меньше чем ${time}`,
  tenureBetween: (time) => `стаж клиента: ${time}`,
  tenureKnown: 'стаж клиента известен',
  inLast: (name, counted) => `${name}: ${lastDays(counted)}`,
  onDays: (name, day) => `${name}: ${day}`,
  onOrAfter: (name, day) => `${name}: ${day} или позже`,
  onOrBefore: (name, day) => `${name}: ${day} или раньше`,
  quoted: (name) => `«${name}»`,
  // "не менее" would ask for another case of the number's word.
  atLeast: (what, counted) => `${what}: ${times(counted)} или больше`,
  atMost: (what, counted) => `${what}: ${times(counted)} или меньше`,
  exactlyTimes: (what, counted) => `${what}: ${times(counted)}`,
  never: (what) => `${what}: ни разу`,
  within: (phrase, counted) => `${phrase} ${days(counted)}`,
  tickets: {
    any: { some: 'есть обращение', none: 'нет обращений', name: 'обращения' },
    open: { some: 'есть открытое обращение', none: 'нет открытых обращений', name: 'открытые обращения' },
    closed: { some: 'есть закрытое обращение', none: 'нет закрытых обращений', name: 'закрытые обращения' },
  },
  lastNps: (scores) => `последний NPS ${scores}`,
  not: (phrase) => `кроме: ${phrase}`,
}

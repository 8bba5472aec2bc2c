import { formsOf } from './forms.ts'
import type { SegmentWords } from './segment-words.ts'

// A name stands before a colon or in quotes, so that no ending has to follow its vowels.
const lastDays = formsOf('tr', { other: 'son # gün içinde' })
const days = formsOf('tr', { other: '# gün içinde' })
const times = formsOf('tr', { other: '# kez' })

export const tr: SegmentWords = {
  everyone: 'herkes',
  nobody: 'hiç kimse',
  unknownSaved: 'artık olmayan bir segment',
  empty: 'boş',
  field: {
    plan: 'paket',
    country: 'ülke',
    locale: 'dil',
    spend: 'harcama',
    tenure: 'müşterilik süresi',
    seats: 'lisans sayısı',
    created: 'kayıt',
    seen: 'son ziyaret',
  },
  known: (name) => `${name}: değeri biliniyor`,
  contains: (name, text) => `${name}: “${text}” içeriyor`,
  starts: (name, text) => `${name}: “${text}” ile başlıyor`,
  named: (name, values) => `${name}: ${values}`,
  ofPerson: (name) => `${name} (kişi)`,
  ofAccount: (name) => `${name} (hesap)`,
  from: (name, value) => `${name} ≥ ${value}`,
  upTo: (name, value) => `${name} ≤ ${value}`,
  between: (name, low, high) => `${name} ${low}–${high}`,
  exactly: (name, value) => `${name} = ${value}`,
  tenureFrom: (time) => `müşterilik süresi: en az ${time}`,
  tenureUpTo: (time) => `müşterilik süresi: en çok ${time}`,
  tenureUnder: (time) => `müşterilik süresi: ${time} altında`,
  tenureBetween: (time) => `müşterilik süresi: ${time}`,
  tenureKnown: 'müşterilik süresi biliniyor',
  inLast: (name, counted) => `${name}: ${lastDays(counted)}`,
  onDays: (name, day) => `${name}: ${day}`,
  onOrAfter: (name, day) => `${name}: ${day} veya sonrası`,
  onOrBefore: (name, day) => `${name}: ${day} veya öncesi`,
  quoted: (name) => `“${name}”`,
  atLeast: (what, counted) => `${what} en az ${times(counted)}`,
  atMost: (what, counted) => `${what} en çok ${times(counted)}`,
  exactlyTimes: (what, counted) => `${what} ${times(counted)}`,
  never: (what) => `${what} hiç yok`,
  within: (phrase, counted) => `${phrase}, ${days(counted)}`,
  tickets: {
    any: { some: 'bir talep göndermiş', none: 'hiç talep göndermemiş', name: 'talepler' },
    open: { some: 'açık talebi var', none: 'açık talebi yok', name: 'açık talepler' },
    closed: { some: 'kapanmış talebi var', none: 'kapanmış talebi yok', name: 'kapanmış talepler' },
  },
  lastNps: (scores) => `son NPS ${scores}`,
  not: (phrase) => `şu değil: ${phrase}`,
}

import { formsOf } from './forms.ts'
import type { SegmentWords } from './segment-words.ts'

const lastDays = formsOf('ja', { other: '過去#日以内' })
const days = formsOf('ja', { other: '#日間' })
const times = formsOf('ja', { other: '#回' })

export const ja: SegmentWords = {
  everyone: '全員',
  nobody: '該当なし',
  unknownSaved: '削除されたセグメント',
  empty: '空',
  field: {
    plan: 'プラン',
    country: '国',
    locale: '言語',
    spend: '利用額',
    tenure: '利用期間',
    seats: 'シート数',
    created: '登録日',
    seen: '最終利用日',
  },
  known: (name) => `${name}：値あり`,
  contains: (name, text) => `${name}に「${text}」を含む`,
  starts: (name, text) => `${name}が「${text}」で始まる`,
  named: (name, values) => `${name}：${values}`,
  ofPerson: (name) => `${name}（個人）`,
  ofAccount: (name) => `${name}（アカウント）`,
  from: (name, value) => `${name}：${value}以上`,
  upTo: (name, value) => `${name}：${value}以下`,
  between: (name, low, high) => `${name}：${low}～${high}`,
  exactly: (name, value) => `${name}：${value}`,
  tenureFrom: (time) => `利用期間：${time}以上`,
  tenureUpTo: (time) => `利用期間：${time}以下`,
  tenureUnder: (time) => `利用期間：${time}未満`,
  tenureBetween: (time) => `利用期間：${time}`,
  tenureKnown: '利用期間：値あり',
  inLast: (name, counted) => `${name}：${lastDays(counted)}`,
  onDays: (name, day) => `${name}：${day}`,
  onOrAfter: (name, day) => `${name}：${day}以降`,
  onOrBefore: (name, day) => `${name}：${day}まで`,
  quoted: (name) => `「${name}」`,
  atLeast: (what, counted) => `${what}${times(counted)}以上`,
  atMost: (what, counted) => `${what}${times(counted)}以下`,
  exactlyTimes: (what, counted) => `${what}${times(counted)}`,
  never: (what) => `${what}0回`,
  within: (phrase, counted) => `${phrase}（${days(counted)}）`,
  tickets: {
    any: { some: '問い合わせあり', none: '問い合わせなし', name: '問い合わせ件数' },
    open: { some: '対応中の問い合わせあり', none: '対応中の問い合わせなし', name: '対応中の問い合わせ件数' },
    closed: { some: '終了した問い合わせあり', none: '終了した問い合わせなし', name: '終了した問い合わせ件数' },
  },
  lastNps: (scores) => `直近のNPS：${scores}`,
  not: (phrase) => `除外：${phrase}`,
}

import { formsOf } from './forms.ts'
import type { SegmentWords } from './segment-words.ts'

const lastDays = formsOf('he', { one: 'ביום האחרון', two: 'ביומיים האחרונים', other: 'ב־# הימים האחרונים' })
const days = formsOf('he', { one: 'ביום אחד', two: 'ביומיים', other: 'ב־# ימים' })
const times = formsOf('he', { one: 'פעם אחת', two: 'פעמיים', other: '# פעמים' })

/** "from", before a number with a hyphen, before a word without. */
const than = (time: string) => (/^\d/.test(time) ? `מ־${time}` : `מ${time}`)

export const he: SegmentWords = {
  everyone: 'כולם',
  nobody: 'אף אחד',
  unknownSaved: 'פלח שכבר לא קיים',
  empty: 'ריק',
  field: {
    plan: 'תוכנית',
    country: 'מדינה',
    locale: 'שפה',
    spend: 'הוצאה',
    tenure: 'ותק',
    seats: 'מושבים',
    created: 'תאריך יצירה',
    seen: 'ביקור אחרון',
  },
  known: (name) => `${name}: ערך ידוע`,
  contains: (name, text) => `${name}: מכיל ״${text}״`,
  starts: (name, text) => `${name}: מתחיל ב־״${text}״`,
  named: (name, values) => `${name}: ${values}`,
  ofPerson: (name) => `${name} (של האדם)`,
  ofAccount: (name) => `${name} (של החשבון)`,
  from: (name, value) => `${name}: ${value} או יותר`,
  upTo: (name, value) => `${name}: ${value} או פחות`,
  between: (name, low, high) => `${name}: בין ${low} ל־${high}`,
  exactly: (name, value) => `${name}: ${value}`,
  tenureFrom: (time) => `ותק של ${time} לפחות`,
  tenureUpTo: (time) => `ותק של ${time} לכל היותר`,
  tenureUnder: (time) => `ותק של פחות ${than(time)}`,
  tenureBetween: (time) => `ותק של ${time}`,
  tenureKnown: 'ותק ידוע',
  inLast: (name, counted) => `${name}: ${lastDays(counted)}`,
  onDays: (name, day) => `${name}: ${day}`,
  onOrAfter: (name, day) => `${name}: ${day} או אחר כך`,
  onOrBefore: (name, day) => `${name}: ${day} או קודם לכן`,
  quoted: (name) => `״${name}״`,
  atLeast: (what, counted) => `${what}: ${times(counted)} לפחות`,
  atMost: (what, counted) => `${what}: ${times(counted)} לכל היותר`,
  exactlyTimes: (what, counted) => `${what}: ${times(counted)}`,
  never: (what) => `${what}: אף פעם`,
  within: (phrase, counted) => `${phrase} ${days(counted)}`,
  tickets: {
    any: { some: 'יש פנייה', none: 'אין פניות', name: 'פניות' },
    open: { some: 'יש פנייה פתוחה', none: 'אין פניות פתוחות', name: 'פניות פתוחות' },
    closed: { some: 'יש פנייה סגורה', none: 'אין פניות סגורות', name: 'פניות סגורות' },
  },
  lastNps: (scores) => `ציון NPS אחרון: ${scores}`,
  not: (phrase) => `לא: ${phrase}`,
}

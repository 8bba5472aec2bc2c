import { formsOf } from './forms.ts'
import type { SegmentWords } from './segment-words.ts'

const lastDays = formsOf('ar', {
  one: 'خلال آخر يوم',
  two: 'خلال آخر يومين',
  few: 'خلال آخر # أيام',
  many: 'خلال آخر # يومًا',
  other: 'خلال آخر # يوم',
})
const days = formsOf('ar', {
  one: 'خلال يوم واحد',
  two: 'خلال يومين',
  few: 'خلال # أيام',
  many: 'خلال # يومًا',
  other: 'خلال # يوم',
})
const times = formsOf('ar', {
  one: 'مرة واحدة',
  two: 'مرتين',
  few: '# مرات',
  many: '# مرة',
  other: '# مرة',
})

/** Two of something, as it is said behind another word: "سنتان" → "سنتين". */
const behind = (time: string) => time.replace(/ان$/, 'ين')

export const ar: SegmentWords = {
  everyone: 'الجميع',
  nobody: 'لا أحد',
  unknownSaved: 'شريحة لم تعد موجودة',
  empty: 'فارغ',
  field: {
    plan: 'الباقة',
    country: 'البلد',
    locale: 'اللغة',
    spend: 'الإنفاق',
    tenure: 'مدة الاشتراك',
    seats: 'المقاعد',
    created: 'تاريخ الإنشاء',
    seen: 'آخر ظهور',
  },
  known: (name) => `${name}: قيمة معروفة`,
  contains: (name, text) => `${name}: تحتوي القيمة على «${text}»`,
  starts: (name, text) => `${name}: تبدأ القيمة بـ «${text}»`,
  named: (name, values) => `${name}: ${values}`,
  ofPerson: (name) => `${name} (الشخص)`,
  ofAccount: (name) => `${name} (الحساب)`,
  from: (name, value) => `${name}: ${value} أو أكثر`,
  upTo: (name, value) => `${name}: ${value} أو أقل`,
  between: (name, low, high) => `${name}: من ${low} إلى ${high}`,
  exactly: (name, value) => `${name}: ${value}`,
  tenureFrom: (time) => `مدة الاشتراك: ${time} أو أكثر`,
  tenureUpTo: (time) => `مدة الاشتراك: ${time} أو أقل`,
  tenureUnder: (time) => `مدة الاشتراك: أقل من ${behind(time)}`,
  tenureBetween: (time) => `مدة الاشتراك: ${time}`,
  tenureKnown: 'مدة الاشتراك معروفة',
  inLast: (name, counted) => `${name}: ${lastDays(counted)}`,
  onDays: (name, day) => `${name}: ${day}`,
  onOrAfter: (name, day) => `${name}: ${day} أو بعده`,
  onOrBefore: (name, day) => `${name}: ${day} أو قبله`,
  quoted: (name) => `«${name}»`,
  atLeast: (what, counted) => `${what}: ${times(counted)} على الأقل`,
  atMost: (what, counted) => `${what}: ${times(counted)} على الأكثر`,
  exactlyTimes: (what, counted) => `${what}: ${times(counted)}`,
  never: (what) => `${what}: ولا مرة`,
  within: (phrase, counted) => `${phrase} ${days(counted)}`,
  tickets: {
    any: { some: 'لديه طلب دعم', none: 'ليس لديه طلب دعم', name: 'طلبات الدعم' },
    open: { some: 'لديه طلب دعم مفتوح', none: 'ليس لديه طلب دعم مفتوح', name: 'طلبات الدعم المفتوحة' },
    closed: { some: 'لديه طلب دعم مغلق', none: 'ليس لديه طلب دعم مغلق', name: 'طلبات الدعم المغلقة' },
  },
  lastNps: (scores) => `آخر NPS: ${scores}`,
  not: (phrase) => `ليس: ${phrase}`,
}

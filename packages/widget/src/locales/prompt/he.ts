import type { PromptTexts } from '../prompt-texts.ts'

// Neither he nor she is addressed: infinitives, plurals, and forms that are written alike for both.
export const texts: PromptTexts = {
  close: 'סגירה',
  promptHint: 'כדי לענות, יש להקיש F6.',
  effort: 'שאלה אחת · 10 שניות',
  effortText: 'שאלה אחת',
  questions: {
    nps: 'מה הסבירות שתמליצו על {name} לחברים או לעמיתים?',
    csat: 'מה מידת שביעות הרצון שלך מ־{name}?',
    ces: 'כמה קל זה היה?',
    rating: 'איזה דירוג מגיע ל־{name}?',
    reaction: 'הרעיון מוצא חן בעיניך?',
    single_choice: 'מה מתאים לך?',
    multiple_choice: 'מה מתאים לך?',
    text: 'מה חשוב לך לספר לנו?',
  },
  ends: {
    nps: ['לא סביר בכלל', 'סביר מאוד'],
    csat: ['מאוד לא מרוצה', 'מרוצה מאוד'],
    ces: ['קשה מאוד', 'קל מאוד'],
    rating: ['גרוע', 'מצוין'],
  },
  reactions: ['לא', 'אולי', 'כן'],
  scoreOf: '{score} מתוך {best}',
  chooseAny: 'אפשר לבחור כמה תשובות.',
  followUp: {
    low: 'מה כדאי לנו לשפר קודם?',
    middle: 'מה יכול להיות טוב יותר עבורך?',
    high: 'מה הכי מוצא חן בעיניך?',
  },
  more: 'רוצה לספר לנו עוד?',
  optional: 'לא חובה',
  answerKept: 'התשובה שלך נשמרה.',
  sendComment: 'שליחה',
  thanks: 'תודה. אנחנו קוראים כל תשובה.',
  thanksLater: 'תודה. התשובה שלך תישלח כשהחיבור יחזור.',
  answerRefused: 'לא ניתן היה לשמור את התשובה שלך. ייתכן שהשאלה כבר נסגרה.',
  copyWords: 'עדיין אפשר להעתיק את מה שכתבת:',
}

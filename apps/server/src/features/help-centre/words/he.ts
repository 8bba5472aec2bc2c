import type { HelpWords } from '../help-words.ts'

export const he: HelpWords = {
  help: 'עזרה',
  skip: 'מעבר לטקסט',
  searchLabel: 'מה לחפש?',
  search: 'חיפוש',
  resultsFor: 'תוצאות עבור ״{text}״',
  nothingFound: 'לא נמצא דבר. אפשר לנסות פחות מילים או מילים אחרות.',
  allTopics: 'כל הנושאים',
  otherTopics: 'נושאים אחרים',
  related: 'עוד בנושא זה',
  languages: 'שפות',
  changed: 'עודכן לאחרונה: {date}',
  didItHelp: 'האם זה עזר?',
  yes: 'כן',
  no: 'לא',
  thanks: 'תודה. התשובה עוזרת לנו לשפר את המאמר.',
  empty: 'אין עדיין מאמרים.',
  notFound: 'הדף הזה אינו כאן',
  notFoundWhy: 'ייתכן שהועבר או הוסר. אפשר לחפש אותו או לעיין בכל הנושאים.',
  feed: 'מאמרים חדשים ומעודכנים',
}

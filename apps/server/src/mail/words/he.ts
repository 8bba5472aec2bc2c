import type { MailWords } from '../mail-words.ts'

export const he: MailWords = {
  states: {
    open: 'פתוח',
    planned: 'מתוכנן',
    in_progress: 'בפיתוח',
    shipped: 'זמין',
    closed: 'לא מתוכנן',
  },
  voted: 'הצבעת לרעיון הזה: ״{idea}״.',
  become: {
    open: 'הוא פתוח.',
    planned: 'אנחנו מתכננים לבצע אותו.',
    in_progress: 'אנחנו עובדים עליו.',
    shipped: 'הוא זמין עכשיו.',
    closed: 'אנחנו לא מתכננים לבצע אותו.',
  },
  answer: 'הודעה מאת {workspace}:',
  app: 'באפליקציה:',
  why: 'ההודעה נשלחה אליך כי הצבעת לרעיון של {workspace}.',
  stop: 'בלי עוד הודעות על רעיונות',
  stopTitle: 'להפסיק את ההודעות על רעיונות?',
  stopQuestion: 'לא יישלחו עוד הודעות מאת {workspace} אל {address} כשיש חדש ברעיון שהצבעת לו.',
  stopButton: 'הפסקת ההודעות',
  stopped: 'ההודעות הופסקו',
  stoppedText: 'לא יישלחו אליך עוד הודעות מאת {workspace} על רעיונות. ההצבעות שלך ממשיכות להיספר.',
  unknown: 'הקישור הזה אינו מוביל לשום מקום',
  unknownText: 'ייתכן שנקטע. אפשר לפתוח אותו שוב מתוך ההודעה.',
}

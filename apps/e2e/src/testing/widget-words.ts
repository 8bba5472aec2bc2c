/** The words by which a person finds the widget's parts, in two languages. */
export const widgetWords = {
  en: {
    question: /How likely are you to recommend/,
    comment: /What do you value most/,
    send: 'Send',
    thanks: /Thank you/,
    ask: /Ask a question/,
    ticket: 'What do you need help with?',
    solved: 'This solved it',
    notSolved: 'It does not help',
    sendTicket: 'Send question',
    ticketSent: /Your question is with us/,
    messages: /Your messages/,
    close: 'Close',
  },
  ar: {
    question: /ما مدى احتمال أن توصي/,
    comment: /ما أكثر شيء تقدّره/,
    send: 'إرسال',
    thanks: /شكرًا لك/,
    ask: /اطرح سؤالًا/,
    ticket: 'بماذا تحتاج إلى مساعدة؟',
    solved: 'هذا حلّ المشكلة',
    notSolved: 'هذا لا يفيدني',
    sendTicket: 'إرسال السؤال',
    ticketSent: /وصلنا سؤالك/,
    messages: /رسائلك/,
    close: 'إغلاق',
  },
} as const
export type WidgetWords = (typeof widgetWords)[keyof typeof widgetWords]

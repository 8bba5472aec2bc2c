import type { MailWords } from '../mail-words.ts'

export const ar: MailWords = {
  states: {
    open: 'مفتوحة',
    planned: 'مخطّط لها',
    in_progress: 'قيد التنفيذ',
    shipped: 'تمّ تنفيذها',
    closed: 'غير مخطّط لها',
  },
  voted: 'لقد صوّتّ لهذه الفكرة: «{idea}».',
  become: {
    open: 'هذه الفكرة مفتوحة.',
    planned: 'نخطّط لتنفيذها.',
    in_progress: 'نعمل عليها الآن.',
    shipped: 'أصبحت متاحة الآن.',
    closed: 'لا نخطّط لتنفيذها.',
  },
  answer: 'رسالة من {workspace}:',
  app: 'في التطبيق:',
  why: 'وصلتك هذه الرسالة لأنك صوّتّ لإحدى أفكار {workspace}.',
  stop: 'إيقاف الرسائل عن الأفكار',
  stopTitle: 'هل تريد إيقاف الرسائل عن الأفكار؟',
  stopQuestion: 'لن ترسل {workspace} بعد الآن رسائل إلى {address} عند حدوث جديد في فكرة صوّتّ لها.',
  stopButton: 'إيقاف هذه الرسائل',
  stopped: 'تمّ إيقاف هذه الرسائل',
  stoppedText: 'لن ترسل إليك {workspace} رسائل عن الأفكار بعد الآن. أصواتك ما زالت محسوبة.',
  unknown: 'هذا الرابط لا يؤدّي إلى شيء',
  unknownText: 'ربما نُسخ ناقصًا. افتحه من الرسالة مرة أخرى.',
}

import type { HelpWords } from '../help-words.ts'

export const ar: HelpWords = {
  help: 'المساعدة',
  skip: 'الانتقال إلى النص',
  searchLabel: 'عمّ تبحث؟',
  search: 'بحث',
  resultsFor: 'نتائج البحث عن «{text}»',
  nothingFound: 'لم نعثر على شيء. جرّب كلمات أقل أو كلمات أخرى.',
  allTopics: 'كل المواضيع',
  otherTopics: 'مواضيع أخرى',
  related: 'المزيد حول هذا الموضوع',
  languages: 'اللغات',
  changed: 'آخر تعديل: {date}',
  didItHelp: 'هل أفادك هذا؟',
  yes: 'نعم',
  no: 'لا',
  thanks: 'شكرًا. إجابتك تساعدنا على تحسين هذه المقالة.',
  empty: 'لا توجد مقالات بعد.',
  notFound: 'هذه الصفحة غير موجودة هنا',
  notFoundWhy: 'ربما نُقلت أو أُزيلت. ابحث عنها أو تصفّح كل المواضيع.',
  feed: 'المقالات الجديدة والمعدّلة',
}

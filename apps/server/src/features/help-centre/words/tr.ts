import type { HelpWords } from '../help-words.ts'

export const tr: HelpWords = {
  help: 'Yardım',
  skip: 'Metne geç',
  searchLabel: 'Ne arıyorsunuz?',
  search: 'Ara',
  resultsFor: '“{text}” için bulunanlar',
  nothingFound: 'Hiçbir şey bulunamadı. Daha az veya başka sözcüklerle deneyin.',
  allTopics: 'Tüm konular',
  otherTopics: 'Diğer konular',
  related: 'Bu konuda daha fazlası',
  languages: 'Diller',
  changed: 'Son değişiklik: {date}',
  didItHelp: 'Bu yardımcı oldu mu?',
  yes: 'Evet',
  no: 'Hayır',
  thanks: 'Teşekkürler. Yanıtınız bu makaleyi geliştirmemize yardımcı oluyor.',
  empty: 'Henüz makale yok.',
  notFound: 'Bu sayfa burada değil',
  notFoundWhy: 'Taşınmış veya kaldırılmış olabilir. Arayın ya da tüm konulara göz atın.',
  feed: 'Yeni ve değişen makaleler',
}

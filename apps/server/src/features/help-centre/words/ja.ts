import type { HelpWords } from '../help-words.ts'

export const ja: HelpWords = {
  help: 'ヘルプ',
  skip: '本文へ移動',
  searchLabel: '何をお探しですか？',
  search: '検索',
  resultsFor: '「{text}」の検索結果',
  nothingFound: '見つかりませんでした。言葉を減らすか、別の言葉でお試しください。',
  allTopics: 'すべてのトピック',
  otherTopics: 'その他のトピック',
  related: 'このトピックの他の記事',
  languages: '言語',
  changed: '最終更新日：{date}',
  didItHelp: 'お役に立ちましたか？',
  yes: 'はい',
  no: 'いいえ',
  thanks: 'ありがとうございます。いただいた回答は記事の改善に役立てます。',
  empty: '記事はまだありません。',
  notFound: 'このページは見つかりません',
  notFoundWhy: '移動または削除された可能性があります。検索するか、すべてのトピックをご覧ください。',
  feed: '新しい記事と更新された記事',
}

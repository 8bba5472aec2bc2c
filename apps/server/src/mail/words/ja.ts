import type { MailWords } from '../mail-words.ts'

export const ja: MailWords = {
  states: {
    open: '受付中',
    planned: '予定',
    in_progress: '開発中',
    shipped: '提供中',
    closed: '予定なし',
  },
  voted: 'あなたが投票したアイデア「{idea}」についてお知らせします。',
  become: {
    open: '現在、受付中です。',
    planned: '実現を予定しています。',
    in_progress: '現在、開発を進めています。',
    shipped: 'ご利用いただけるようになりました。',
    closed: '実現の予定はありません。',
  },
  answer: '{workspace}からのメッセージ',
  app: 'アプリはこちら',
  why: 'このメールは、{workspace}のアイデアに投票された方にお送りしています。',
  stop: 'アイデアに関するメールを停止する',
  stopTitle: 'アイデアに関するメールを停止しますか？',
  stopQuestion: '投票したアイデアに動きがあっても、{workspace}から{address}へのメールは届かなくなります。',
  stopButton: 'メールを停止する',
  stopped: 'メールを停止しました',
  stoppedText: '{workspace}からアイデアに関するメールは届かなくなります。投票はそのまま有効です。',
  unknown: 'このリンクの先には何もありません',
  unknownText: 'リンクが途中で切れている可能性があります。メールからもう一度開いてください。',
}

import type { HelpWords } from '../help-words.ts'

export const ru: HelpWords = {
  help: 'Справка',
  skip: 'Перейти к тексту',
  searchLabel: 'Что вы ищете?',
  search: 'Найти',
  resultsFor: 'Найдено по запросу «{text}»',
  nothingFound: 'Ничего не найдено. Попробуйте меньше слов или другие слова.',
  allTopics: 'Все темы',
  otherTopics: 'Другие темы',
  related: 'Ещё по этой теме',
  languages: 'Языки',
  changed: 'Последнее изменение: {date}',
  didItHelp: 'Это помогло?',
  yes: 'Да',
  no: 'Нет',
  thanks: 'Спасибо. Ваш ответ поможет улучшить эту статью.',
  empty: 'Статей пока нет.',
  notFound: 'Такой страницы здесь нет',
  notFoundWhy: 'Возможно, её перенесли или убрали. Найдите её поиском или просмотрите все темы.',
  feed: 'Новые и изменённые статьи',
}

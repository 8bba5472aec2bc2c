import type { PromptTexts } from '../prompt-texts.ts'

// A noun precedes {name} where the name would need an ending: no ending fits every name.
export const texts: PromptTexts = {
  close: 'Закрыть',
  promptHint: 'Нажмите F6, чтобы ответить.',
  effort: 'Один вопрос · 10 секунд',
  effortText: 'Один вопрос',
  questions: {
    nps: 'Насколько вероятно, что вы порекомендуете {name} другу или коллеге?',
    csat: 'Насколько вы довольны сервисом {name}?',
    ces: 'Насколько легко это было?',
    rating: 'Как вы оцениваете {name}?',
    reaction: 'Вам нравится эта идея?',
    single_choice: 'Что относится к вам?',
    multiple_choice: 'Что относится к вам?',
    text: 'Что вы хотели бы нам сказать?',
  },
  ends: {
    nps: ['Крайне маловероятно', 'Очень вероятно'],
    csat: ['Очень недовольны', 'Очень довольны'],
    ces: ['Очень трудно', 'Очень легко'],
    rating: ['Плохо', 'Отлично'],
  },
  reactions: ['Нет', 'Не знаю', 'Да'],
  scoreOf: '{score} из {best}',
  chooseAny: 'Можно выбрать несколько ответов.',
  followUp: {
    low: 'Что нам улучшить в первую очередь?',
    middle: 'Что могло бы стать лучше для вас?',
    high: 'Что вы цените больше всего?',
  },
  more: 'Хотите рассказать подробнее?',
  optional: 'необязательно',
  answerKept: 'Ваш ответ сохранён.',
  sendComment: 'Отправить',
  thanks: 'Спасибо. Мы читаем каждый ответ.',
  thanksLater: 'Спасибо. Ответ будет отправлен, когда появится связь.',
  answerRefused: 'Не удалось сохранить ответ. Возможно, опрос уже завершён.',
  copyWords: 'Вы ещё можете скопировать свой текст:',
}

import type { SurveyDefinition } from '@heed/contracts'
import type { widgetLanguages } from '../texts.ts'

/** One question in every language the widget speaks; its scale has words of its own there. */
export type EveryLanguage = Record<(typeof widgetLanguages)[number], string>

export const asTexts = (questions: EveryLanguage): SurveyDefinition['texts'] =>
  Object.fromEntries(Object.entries(questions).map(([language, question]) => [language, { question }]))

/** 1 is very dissatisfied, 5 very satisfied. */
export const helpYouGot: EveryLanguage = {
  en: 'How satisfied are you with the help you got?',
  de: 'Wie zufrieden sind Sie mit der Hilfe, die Sie bekommen haben?',
  fr: 'Êtes-vous satisfait de l’aide que vous avez reçue\u00a0?',
  es: '¿Está satisfecho con la ayuda que recibió?',
  it: 'Quanto è soddisfatto dell’aiuto ricevuto?',
  pt: 'Qual é o seu grau de satisfação com a ajuda que recebeu?',
  tr: 'Aldığınız yardımdan ne kadar memnunsunuz?',
  lt: 'Kiek esate patenkinti gauta pagalba?',
  ar: 'ما مدى رضاك عن المساعدة التي تلقيتها؟',
  he: 'עד כמה אתם מרוצים מהעזרה שקיבלתם?',
  ru: 'Насколько вы довольны полученной помощью?',
  ja: '受けたサポートにどの程度満足していますか？',
}

/** 1 is very difficult, 7 very easy. */
export const gettingStarted: EveryLanguage = {
  en: 'How easy was it to get started?',
  de: 'Wie einfach war der Einstieg?',
  fr: 'La prise en main a-t-elle été facile\u00a0?',
  es: '¿Le resultó fácil empezar?',
  it: 'Quanto è stato facile iniziare?',
  pt: 'Foi fácil começar?',
  tr: 'Başlamak ne kadar kolaydı?',
  lt: 'Kaip lengva buvo pradėti?',
  ar: 'ما مدى سهولة البداية؟',
  he: 'כמה קל היה להתחיל?',
  ru: 'Насколько легко было начать?',
  ja: '使い始めるのはどのくらい簡単でしたか？',
}

/** 1 is very dissatisfied, 5 very satisfied. */
export const firstMonth: EveryLanguage = {
  en: 'How satisfied are you with your first month?',
  de: 'Wie zufrieden sind Sie mit Ihrem ersten Monat?',
  fr: 'Êtes-vous satisfait de votre premier mois\u00a0?',
  es: '¿Está satisfecho con su primer mes?',
  it: 'Quanto è soddisfatto del suo primo mese?',
  pt: 'Qual é o seu grau de satisfação com o primeiro mês?',
  tr: 'İlk ayınızdan ne kadar memnunsunuz?',
  lt: 'Kiek esate patenkinti pirmuoju mėnesiu?',
  ar: 'ما مدى رضاك عن شهرك الأول؟',
  he: 'עד כמה אתם מרוצים מהחודש הראשון?',
  ru: 'Насколько вы довольны первым месяцем?',
  ja: '最初の1か月にどの程度満足していますか？',
}

/** 1 is very dissatisfied, 5 very satisfied. */
export const howWeDevelop: EveryLanguage = {
  en: 'How happy are you with how we develop the product?',
  de: 'Wie zufrieden sind Sie damit, wie wir das Produkt weiterentwickeln?',
  fr: 'Êtes-vous satisfait de la façon dont nous faisons évoluer le produit\u00a0?',
  es: '¿Está satisfecho con la forma en que desarrollamos el producto?',
  it: 'Quanto è soddisfatto di come sviluppiamo il prodotto?',
  pt: 'Qual é o seu grau de satisfação com a forma como desenvolvemos o produto?',
  tr: 'Ürünü geliştirme biçimimizden ne kadar memnunsunuz?',
  lt: 'Kiek esate patenkinti tuo, kaip tobuliname produktą?',
  ar: 'ما مدى رضاك عن طريقة تطويرنا للمنتج؟',
  he: 'עד כמה אתם מרוצים מהדרך שבה אנחנו מפתחים את המוצר?',
  ru: 'Насколько вы довольны тем, как мы развиваем продукт?',
  ja: '製品の開発の進め方にどの程度満足していますか？',
}

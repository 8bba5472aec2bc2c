import type { PromptTexts } from '../prompt-texts.ts'

// {name} stands in quotation marks, as names do that take no ending.
export const texts: PromptTexts = {
  close: 'Uždaryti',
  promptHint: 'Paspauskite F6, kad atsakytumėte.',
  effort: 'Vienas klausimas · 10 sek.',
  effortText: 'Vienas klausimas',
  questions: {
    nps: 'Kiek tikėtina, kad rekomenduotumėte „{name}“ draugui ar kolegai?',
    csat: 'Kiek jus tenkina „{name}“?',
    ces: 'Ar tai buvo lengva?',
    rating: 'Kaip vertinate „{name}“?',
    reaction: 'Ar jums patinka ši idėja?',
    single_choice: 'Kas jums tinka?',
    multiple_choice: 'Kas jums tinka?',
    text: 'Ką norėtumėte mums pasakyti?',
  },
  ends: {
    nps: ['Visai netikėtina', 'Labai tikėtina'],
    csat: ['Visai netenkina', 'Visiškai tenkina'],
    ces: ['Labai sunku', 'Labai lengva'],
    rating: ['Prastai', 'Puikiai'],
  },
  reactions: ['Ne', 'Nežinau', 'Taip'],
  scoreOf: '{score} iš {best}',
  chooseAny: 'Galite pasirinkti kelis atsakymus.',
  followUp: {
    low: 'Ką turėtume pagerinti pirmiausia?',
    middle: 'Kas jums galėtų būti geriau?',
    high: 'Ką labiausiai vertinate?',
  },
  more: 'Ar norėtumėte papasakoti daugiau?',
  optional: 'neprivaloma',
  answerKept: 'Jūsų atsakymas išsaugotas.',
  sendComment: 'Siųsti',
  thanks: 'Ačiū. Perskaitome kiekvieną atsakymą.',
  thanksLater: 'Ačiū. Jūsų atsakymas bus išsiųstas, kai vėl atsiras ryšys.',
  answerRefused: 'Jūsų atsakymo išsaugoti nepavyko. Galbūt klausimas jau nebegalioja.',
  copyWords: 'Dar galite nukopijuoti tai, ką parašėte:',
}

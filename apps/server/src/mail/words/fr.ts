import type { MailWords } from '../mail-words.ts'

export const fr: MailWords = {
  states: {
    open: 'Ouverte',
    planned: 'Prévue',
    in_progress: 'En cours',
    shipped: 'Disponible',
    closed: 'Non prévue',
  },
  voted: 'Vous avez voté pour cette idée\u00a0: «\u00a0{idea}\u00a0».',
  become: {
    open: 'Elle est ouverte.',
    planned: 'Nous prévoyons de la réaliser.',
    in_progress: 'Nous y travaillons.',
    shipped: 'Elle est maintenant disponible.',
    closed: 'Nous ne prévoyons pas de la réaliser.',
  },
  answer: '{workspace} vous écrit\u00a0:',
  app: 'Dans l’application\u00a0:',
  why: 'Vous recevez ce message parce que vous avez voté pour une idée de {workspace}.',
  stop: 'Ne plus recevoir d’e-mails sur les idées',
  stopTitle: 'Ne plus recevoir d’e-mails sur les idées\u202f?',
  stopQuestion: '{workspace} n’écrira plus à {address} lorsqu’une idée pour laquelle vous avez voté évolue.',
  stopButton: 'Arrêter ces e-mails',
  stopped: 'Ces e-mails sont arrêtés',
  stoppedText: '{workspace} ne vous enverra plus d’e-mails sur les idées. Vos votes comptent toujours.',
  unknown: 'Ce lien ne mène nulle part',
  unknownText: 'Il a peut-être été coupé. Ouvrez-le de nouveau depuis l’e-mail.',
}

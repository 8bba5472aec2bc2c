import type { MailWords } from '../mail-words.ts'

export const de: MailWords = {
  states: {
    open: 'Offen',
    planned: 'Geplant',
    in_progress: 'In Arbeit',
    shipped: 'Umgesetzt',
    closed: 'Nicht geplant',
  },
  voted: 'Sie haben für diese Idee gestimmt: „{idea}“.',
  become: {
    open: 'Sie ist offen.',
    planned: 'Wir planen, sie umzusetzen.',
    in_progress: 'Wir arbeiten daran.',
    shipped: 'Sie ist jetzt umgesetzt.',
    closed: 'Wir planen nicht, sie umzusetzen.',
  },
  answer: '{workspace} schreibt dazu:',
  app: 'In der Anwendung:',
  why: 'Sie erhalten diese Nachricht, weil Sie für eine Idee von {workspace} gestimmt haben.',
  stop: 'Keine E-Mails mehr zu Ideen',
  stopTitle: 'Keine E-Mails mehr zu Ideen?',
  stopQuestion:
    '{workspace} schreibt dann nicht mehr an {address}, wenn sich bei einer Idee etwas tut, für die Sie gestimmt haben.',
  stopButton: 'E-Mails abbestellen',
  stopped: 'Die E-Mails sind abbestellt',
  stoppedText: '{workspace} schickt Ihnen keine E-Mails mehr zu Ideen. Ihre Stimmen zählen weiterhin.',
  unknown: 'Dieser Link führt ins Leere',
  unknownText: 'Vielleicht wurde er abgeschnitten. Öffnen Sie ihn noch einmal aus der E-Mail.',
}

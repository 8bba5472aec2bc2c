import type { MailWords } from '../mail-words.ts'

export const es: MailWords = {
  states: {
    open: 'Abierta',
    planned: 'Planificada',
    in_progress: 'En curso',
    shipped: 'Disponible',
    closed: 'No planificada',
  },
  voted: 'Votó por esta idea: «{idea}».',
  become: {
    open: 'Está abierta.',
    planned: 'Tenemos previsto llevarla a cabo.',
    in_progress: 'Estamos trabajando en ella.',
    shipped: 'Ya está disponible.',
    closed: 'No tenemos previsto llevarla a cabo.',
  },
  answer: '{workspace} le escribe:',
  app: 'En la aplicación:',
  why: 'Recibe este mensaje porque votó por una idea de {workspace}.',
  stop: 'No recibir más correos sobre ideas',
  stopTitle: '¿No recibir más correos sobre ideas?',
  stopQuestion: '{workspace} dejará de escribir a {address} cuando haya novedades sobre una idea por la que votó.',
  stopButton: 'Dejar de recibirlos',
  stopped: 'Ya no recibirá estos correos',
  stoppedText: '{workspace} no le enviará más correos sobre ideas. Sus votos siguen contando.',
  unknown: 'Este enlace no lleva a ninguna parte',
  unknownText: 'Puede que esté cortado. Ábralo de nuevo desde el correo.',
}

import type { MailWords } from '../mail-words.ts'

export const pt: MailWords = {
  states: {
    open: 'Aberta',
    planned: 'Prevista',
    in_progress: 'Em curso',
    shipped: 'Disponível',
    closed: 'Não prevista',
  },
  voted: 'Votou nesta ideia: “{idea}”.',
  become: {
    open: 'Está aberta.',
    planned: 'Temos planos para a concretizar.',
    in_progress: 'Estamos a trabalhar nela.',
    shipped: 'Já está disponível.',
    closed: 'Não temos planos para a concretizar.',
  },
  answer: '{workspace} escreve:',
  app: 'Na aplicação:',
  why: 'Recebe esta mensagem porque votou numa ideia de {workspace}.',
  stop: 'Não receber mais e-mails sobre ideias',
  stopTitle: 'Não receber mais e-mails sobre ideias?',
  stopQuestion: '{workspace} deixará de escrever para {address} quando houver novidades sobre uma ideia em que votou.',
  stopButton: 'Parar estes e-mails',
  stopped: 'Já não vai receber estes e-mails',
  stoppedText: '{workspace} não lhe enviará mais e-mails sobre ideias. Os seus votos continuam a contar.',
  unknown: 'Esta ligação não leva a lado nenhum',
  unknownText: 'Pode ter sido cortada. Abra-a de novo a partir do e-mail.',
}

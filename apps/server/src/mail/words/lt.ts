import type { MailWords } from '../mail-words.ts'

export const lt: MailWords = {
  states: {
    open: 'Atvira',
    planned: 'Planuojama',
    in_progress: 'Kuriama',
    shipped: 'Įgyvendinta',
    closed: 'Neplanuojama',
  },
  voted: 'Jūs balsavote už šią idėją: „{idea}“.',
  become: {
    open: 'Ji atvira.',
    planned: 'Planuojame ją įgyvendinti.',
    in_progress: 'Ją kuriame.',
    shipped: 'Ji jau įgyvendinta.',
    closed: 'Neplanuojame jos įgyvendinti.',
  },
  answer: '{workspace} rašo:',
  app: 'Programoje:',
  why: 'Gavote šį laišką, nes balsavote už „{workspace}“ idėją.',
  stop: 'Nebegauti laiškų apie idėjas',
  stopTitle: 'Nebegauti laiškų apie idėjas?',
  stopQuestion: '„{workspace}“ nebesiųs laiškų adresu {address}, kai pasikeis idėja, už kurią balsavote.',
  stopButton: 'Nebegauti šių laiškų',
  stopped: 'Šių laiškų nebegausite',
  stoppedText: '„{workspace}“ nebesiųs jums laiškų apie idėjas. Jūsų balsai tebegalioja.',
  unknown: 'Ši nuoroda niekur neveda',
  unknownText: 'Galbūt ji nukirpta. Atverkite ją iš laiško dar kartą.',
}

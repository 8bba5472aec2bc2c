import type { MailWords } from '../mail-words.ts'

export const tr: MailWords = {
  states: {
    open: 'Açık',
    planned: 'Planlandı',
    in_progress: 'Geliştiriliyor',
    shipped: 'Yayında',
    closed: 'Planlanmıyor',
  },
  voted: 'Şu fikre oy verdiniz: “{idea}”.',
  become: {
    open: 'Fikir açık.',
    planned: 'Bunu yapmayı planlıyoruz.',
    in_progress: 'Üzerinde çalışıyoruz.',
    shipped: 'Artık yayında.',
    closed: 'Bunu yapmayı planlamıyoruz.',
  },
  answer: '{workspace} yazıyor:',
  app: 'Uygulamada:',
  why: 'Bu iletiyi {workspace} için bir fikre oy verdiğinizden aldınız.',
  stop: 'Fikirlerle ilgili e-posta almak istemiyorum',
  stopTitle: 'Fikirlerle ilgili e-postalar durdurulsun mu?',
  stopQuestion: 'Oy verdiğiniz bir fikirde yenilik olduğunda {workspace}, {address} adresine artık yazmayacak.',
  stopButton: 'E-postaları durdur',
  stopped: 'E-postalar durduruldu',
  stoppedText: '{workspace} size fikirlerle ilgili e-posta göndermeyecek. Oylarınız geçerliliğini koruyor.',
  unknown: 'Bu bağlantı bir yere götürmüyor',
  unknownText: 'Yarım kalmış olabilir. E-postadan yeniden açın.',
}

import type { PromptTexts } from '../prompt-texts.ts'

// A noun follows {name} wherever the name would need an ending: no ending fits every name.
export const texts: PromptTexts = {
  close: 'Kapat',
  promptHint: 'Yanıtlamak için F6’ya basın.',
  effort: 'Bir soru · 10 saniye',
  effortText: 'Bir soru',
  questions: {
    nps: '{name} uygulamasını bir arkadaşınıza veya meslektaşınıza önerme olasılığınız nedir?',
    csat: '{name} uygulamasından ne kadar memnunsunuz?',
    ces: 'Bu işlem ne kadar kolaydı?',
    rating: '{name} uygulamasını nasıl değerlendirirsiniz?',
    reaction: 'Bu fikri beğeniyor musunuz?',
    single_choice: 'Sizin için hangisi geçerli?',
    multiple_choice: 'Sizin için hangileri geçerli?',
    text: 'Bize ne söylemek istersiniz?',
  },
  ends: {
    nps: ['Hiç olası değil', 'Çok olası'],
    csat: ['Hiç memnun değilim', 'Çok memnunum'],
    ces: ['Çok zor', 'Çok kolay'],
    rating: ['Kötü', 'Mükemmel'],
  },
  reactions: ['Hayır', 'Emin değilim', 'Evet'],
  scoreOf: '{best} üzerinden {score}',
  chooseAny: 'Birden fazla seçebilirsiniz.',
  followUp: {
    low: 'Önce neyi geliştirmeliyiz?',
    middle: 'Sizin için ne daha iyi olabilir?',
    high: 'En çok neye değer veriyorsunuz?',
  },
  more: 'Biraz daha anlatmak ister misiniz?',
  optional: 'isteğe bağlı',
  answerKept: 'Yanıtınız kaydedildi.',
  sendComment: 'Gönder',
  thanks: 'Teşekkürler. Her yanıtı okuyoruz.',
  thanksLater: 'Teşekkürler. Yanıtınız tekrar çevrimiçi olduğunuzda gönderilecek.',
  answerRefused: 'Yanıtınız kaydedilemedi. Soru sona ermiş olabilir.',
  copyWords: 'Yazdıklarınızı hâlâ kopyalayabilirsiniz:',
}

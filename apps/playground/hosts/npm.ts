import { heed } from '@heed/widget'

heed('track', 'said_before_it_starts')
heed.start({ key: 'pk_sample', host: document.documentElement.dataset.heed ?? '' })

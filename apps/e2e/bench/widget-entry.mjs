// What a widget measuring harness needs to know of Heed: files at their addresses, a stub back end, how to boot, how to
// open a prompt and how to see it. `pnpm build` first; how it is run stands in docs/measurements.md.
import fs from 'node:fs'
import path from 'node:path'

const dist = path.resolve(import.meta.dirname, '../../../packages/widget/dist')
const { assets } = JSON.parse(fs.readFileSync(path.join(dist, 'entry.json'), 'utf8'))
const modules = fs.readdirSync(path.join(dist, assets)).filter((name) => name.endsWith('.js'))

/** The survey shows when `heed('survey', …)` is called; one that is due by itself is fetched ahead in the same way. */
const survey = (trigger) => ({
  id: 'srv_0mws7co3wunx0rhsbewci',
  kind: 'nps',
  version: 1,
  texts: {},
  trigger,
  repeatAfterDays: 90,
})

const entry = (id, label, arch, trigger) => {
  const config = {
    key: 'pk_live_0mws7co3wunx0rhsbewci',
    assets,
    workspaceName: 'Northwind',
    defaultLocale: 'en',
    accent: '#2b59c3',
    privacySignal: 'honour',
    fatigue: { restDays: 7, laterDays: 7, mostASession: 1 },
    surveys: [survey(trigger)],
  }
  const loader = fs
    .readFileSync(path.join(dist, 'loader.js'), 'utf8')
    .replace('"__HEED_CONFIG__"', () => JSON.stringify(config))
  const at = (name) => ({ [`/w/${assets}${name}`]: path.join(dist, assets, name) })
  return {
    id,
    label,
    version: '0.1.0',
    arch,
    files: { loader: { '/w/loader.js': Buffer.from(loader) }, prompt: at('runtime.en.js') },
    routes: (url) => {
      const asked = modules.find((name) => url.startsWith(`/w/${assets}${name}`))
      if (asked) return fs.readFileSync(path.join(dist, assets, asked), 'utf8')
      return url.startsWith('/w/') ? {} : undefined
    },
    boot: `await load('/w/loader.js'); await new Promise((ok) => heed('on', 'ready', ok))`,
    open: `heed('survey', 'srv_0mws7co3wunx0rhsbewci')`,
    visible: `!!document.querySelector('heed-widget')?.shadowRoot?.querySelector('[part=prompt] [role=radio]')`,
  }
}

// biome-ignore lint/style/noDefaultExport: the harness takes it so
export default [
  entry('ours', 'Heed', 'loader with configuration; runtime with the prompt at the first call', {
    delayMs: 0,
    event: 'invoice_sent',
  }),
  entry('ours-due', 'Heed, a prompt due soon', 'the same; runtime fetched ahead, as for every prompt that is due', {
    delayMs: 4000,
  }),
]
